/**
 * What it takes to look after the accounts: visits, minutes, travel and the selling time there is for them. A plan has one, with the id "";
 * without it `DEFAULT_WORKLOAD` holds.
 */
export interface Workload {
  readonly id: string;
  readonly visits: VisitSource;
  /** Visits a year of accounts that the source says nothing about. */
  readonly otherwise: number;
  /** Length of a visit, but for rows of the table that say another. */
  readonly minutes: number;
  readonly travel: TravelSettings;
  readonly selling: SellingTime;
}

/** Where the visits a year come from. */
export type VisitSource =
  /** The number in an account column. */
  | { readonly kind: "column"; readonly column: string }
  /** By the text of an account column; a row's key is the text. */
  | { readonly kind: "choice"; readonly column: string; readonly rows: readonly VisitRow[] }
  /** By the segments of a segmentation; a row's key is the segment's id. */
  | { readonly kind: "segments"; readonly segmentation: string; readonly rows: readonly VisitRow[] }
  /** The same for all accounts. */
  | { readonly kind: "same" };

export interface VisitRow {
  readonly key: string;
  readonly visits: number;
  /** null = the plan's usual minutes. */
  readonly minutes: number | null;
}

/** How a straight line becomes a drive. */
export interface TravelSettings {
  /** Kilometers by road for one as the crow flies. */
  readonly circuity: number;
  /** The first `urbanKm` kilometers of each drive go at `urbanKmh`, the rest at `ruralKmh`. */
  readonly urbanKmh: number;
  readonly urbanKm: number;
  readonly ruralKmh: number;
  /** Visits between leaving home and coming back: a day's round, or more where reps stay overnight. */
  readonly visitsPerTrip: number;
}

/** What a full-time rep has for customers and the way to them. */
export interface SellingTime {
  readonly daysPerYear: number;
  readonly hoursPerDay: number;
  /** Part of the working time that is for selling, as a fraction. */
  readonly share: number;
}

export const DEFAULT_WORKLOAD: Workload = {
  id: "",
  visits: { kind: "same" },
  otherwise: 6,
  minutes: 45,
  travel: { circuity: 1.3, urbanKmh: 35, urbanKm: 20, ruralKmh: 80, visitsPerTrip: 5 },
  selling: { daysPerYear: 220, hoursPerDay: 8, share: 0.6 },
};

/** Hours a year that a full-time rep can give to visits and travel. */
export function sellingHours({ daysPerYear, hoursPerDay, share }: SellingTime): number {
  return daysPerYear * hoursPerDay * share;
}

/** Minutes that a drive over a great-circle distance takes, one way. */
export function driveMinutes(km: number, { circuity, urbanKmh, urbanKm, ruralKmh }: TravelSettings): number {
  const road = km * circuity;
  return road <= urbanKm ? (60 * road) / urbanKmh : 60 * (urbanKm / urbanKmh + (road - urbanKm) / ruralKmh);
}
