import CircleCheck from "lucide-solid/icons/circle-check";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import { createMemo, For, onMount, Show } from "solid-js";
import type { ImportReport } from "../../files/import/import-report";
import { isMostlyUnplaced } from "../../session/import-flow";
import { clipped } from "./short-text";

const SHOWN_UNPLACED = 200;

/** What the report calls accounts without a point. */
const NOT_PLACED = "not found";

/** What an import gave, before the planner opens it: accounts, how they were located, and those that were not. */
export function ReportStep(props: { report: ImportReport; locale: string }) {
  let root!: HTMLDivElement;
  // the dialog is still scrolled to where the columns were left
  onMount(() => root.scrollIntoView({ block: "start" }));
  const format = createMemo(() => new Intl.NumberFormat(props.locale));
  const percent = createMemo(
    () => new Intl.NumberFormat(props.locale, { style: "percent", maximumFractionDigits: 1 }),
  );
  const located = () => props.report.accountCount - props.report.unplaced.length;
  const mostlyUnplaced = () => isMostlyUnplaced(props.report);
  const share = (count: number) => {
    const part = count / Math.max(1, props.report.accountCount);
    return part > 0 && part < 0.001 ? `<${percent().format(0.001)}` : percent().format(part);
  };
  const placed = () => props.report.placed.filter(({ how, count }) => count > 0 && how !== NOT_PLACED);
  return (
    <div ref={root} class="report-step">
      <p class="report-headline" classList={{ "report-headline-doubtful": mostlyUnplaced() }}>
        <Show when={mostlyUnplaced()} fallback={<CircleCheck aria-hidden="true" />}>
          <TriangleAlert role="img" aria-label="Warning" />
        </Show>
        {`${format().format(props.report.accountCount)} accounts are ready, ${format().format(located())} of them on the map.`}
      </p>
      <Show when={mostlyUnplaced()}>
        <p>
          Most have no place on the map. Go back and look which columns hold the postal code, the city or the
          coordinates, and which country is meant where the file gives none.
        </p>
      </Show>
      <div class="report-columns">
        <section aria-label="Counts">
          <h3>Accounts</h3>
          <table class="report-table">
            <tbody>
              <Figure label="Rows in the file" value={format().format(props.report.rowCount)} />
              <Show when={props.report.excludedRows > 0}>
                <Figure label="Rows left out" value={format().format(props.report.excludedRows)} />
              </Show>
              <Figure label="Accounts" value={format().format(props.report.accountCount)} />
              <Figure label="Territories" value={format().format(props.report.territoryCount)} />
              <Figure label="Reps" value={format().format(props.report.repCount)} />
              <Figure label="Without a territory" value={format().format(props.report.unassignedCount)} />
            </tbody>
          </table>
        </section>
        <section aria-label="Location">
          <h3>Located by</h3>
          <table class="report-table">
            <tbody>
              <For each={placed()}>
                {(way) => (
                  <Figure
                    label={placedWords(way.how)}
                    value={format().format(way.count)}
                    note={share(way.count)}
                  />
                )}
              </For>
              <Show when={props.report.unplaced.length > 0}>
                <Figure
                  label="Not located"
                  value={format().format(props.report.unplaced.length)}
                  note={share(props.report.unplaced.length)}
                />
              </Show>
            </tbody>
          </table>
        </section>
      </div>
      <Show when={props.report.unplaced.length > 0}>
        <section aria-label="Accounts not located">
          <h3>{`${format().format(props.report.unplaced.length)} not located`}</h3>
          <p class="muted">
            They are in the plan and count in every total, but have no point on the map. Correct their postal
            code or city in the sheet, or give them coordinates.
          </p>
          <div class="report-unplaced" tabindex={0} role="group" aria-label="List of accounts not located">
            <table class="report-table">
              <thead>
                <tr>
                  <th scope="col">Line</th>
                  <th scope="col">Account</th>
                  <th scope="col">Place</th>
                  <th scope="col">Why</th>
                </tr>
              </thead>
              <tbody>
                <For each={props.report.unplaced.slice(0, SHOWN_UNPLACED)}>
                  {(account) => (
                    <tr>
                      <td>{account.line}</td>
                      <td>{clipped(account.name, 60)}</td>
                      <td>{clipped(account.place, 60)}</td>
                      <td>{account.reason}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </div>
          <Show when={props.report.unplaced.length > SHOWN_UNPLACED}>
            <p class="muted">
              {`… and ${format().format(props.report.unplaced.length - SHOWN_UNPLACED)} more; the sheet lists them all.`}
            </p>
          </Show>
        </section>
      </Show>
    </div>
  );
}

function Figure(props: { label: string; value: string; note?: string }) {
  return (
    <tr>
      <th scope="row">{props.label}</th>
      <td class="cell-number">{props.value}</td>
      <Show when={props.note}>{(note) => <td class="muted cell-number">{note()}</td>}</Show>
    </tr>
  );
}

/** "postal code" → "Postal code"; the file's own coordinates by that name. */
function placedWords(how: string): string {
  if (how === "file") return "Coordinates in the file";
  return how.slice(0, 1).toUpperCase() + how.slice(1);
}
