import { TARGET_BY_SHARE } from "../../src/model/measure";
import type { Plan } from "../../src/model/plan";
import type { Workload } from "../../src/model/planning/workload";
import { smallPlan } from "./small-plan";
import { makeColumn, makeTable } from "./small-table";

/** Degrees of latitude that are one kilometer, on a globe of 6371.0088 km. */
export const DEGREES_PER_KM = 180 / (Math.PI * 6371.0088);

/** Kilometers north of 0° N 10° E at which the twelve accounts lie: one road, so that every distance is a difference. */
export const KM_NORTH = [0, 0, 10, 10, 20, 60, 100, 100, 130, 130, 160, 160];
export const STATUS = [
  "Lead",
  "Lead",
  "Won",
  "Won",
  "Won",
  "Lead",
  "Won",
  "Won",
  "Lost",
  "Lost",
  "Lead",
  "Won",
];
export const REVENUE = [100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1100, 1200];
export const TIER = ["A", "B", "A", "B", "A", "B", "A", "A", "B", "B", "C", "C"];

/** Visits: A 12 of 60 minutes, B 6 of the usual 30, others 2. Drives at 1.25 × the straight line, 25 km at 50 km/h, then 100 km/h; 4 visits a trip. */
export const TWELVE_WORKLOAD: Workload = {
  id: "",
  visits: {
    kind: "choice",
    column: "tier",
    rows: [
      { key: "A", visits: 12, minutes: 60 },
      { key: "B", visits: 6, minutes: null },
    ],
  },
  otherwise: 2,
  minutes: 30,
  travel: { circuity: 1.25, urbanKmh: 50, urbanKm: 25, ruralKmh: 100, visitsPerTrip: 4 },
  selling: { daysPerYear: 200, hoursPerDay: 8, share: 0.5 },
};

/** Twelve accounts on a road: Ann (home at km 0) has the first five, Bob (home not known) the next six, nobody the last. */
export function twelveAccounts(letters = "AAAAABBBBBB."): Plan {
  const plan = smallPlan(letters, REVENUE);
  const { accounts, reps } = plan.tables;
  const degrees = (km: number) => km * DEGREES_PER_KM;
  return {
    ...plan,
    tables: {
      ...plan.tables,
      accounts: {
        ...accounts,
        columns: [
          ...accounts.columns.filter(({ role }) => role !== "latitude" && role !== "longitude"),
          makeColumn("latitude", "number", KM_NORTH.map(degrees), "latitude"),
          makeColumn(
            "longitude",
            "number",
            KM_NORTH.map(() => 10),
            "longitude",
          ),
          makeColumn("status", "choice", STATUS),
          makeColumn("tier", "choice", TIER, "segment"),
        ],
      },
      reps: {
        ...reps,
        columns: [
          ...reps.columns,
          makeColumn("homeLatitude", "number", [0, null], "latitude"),
          makeColumn("homeLongitude", "number", [10, null], "longitude"),
          makeColumn("quota", "currency", [3000, 1000], "quota"),
          makeColumn("capacity", "number", [100, 60], "capacity"),
          makeColumn("since", "date", [null, 20_000], "since"),
          makeColumn("ramp", "number", [null, 6], "ramp"),
        ],
      },
      units: makeTable([makeColumn("market", "currency", [1000, 2000, null, 4000])], 4),
    },
    measures: [
      ...plan.measures,
      {
        id: "workload",
        name: "Workload",
        source: { kind: "workload" },
        weight: 1,
        tolerance: 0.1,
        target: TARGET_BY_SHARE,
      },
    ],
    planning: { ...plan.planning, workload: [TWELVE_WORKLOAD] },
  };
}
