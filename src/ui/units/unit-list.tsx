import { createMemo, createSignal, For, Show } from "solid-js";
import { territoryAt, territorySlots, UNASSIGNED } from "../../model/alignment";
import { cellNumber, cellText } from "../../model/cells";
import { assignUnits } from "../../model/edits/assign-units";
import { columnByKey, isLive } from "../../model/table";
import { accountsPerUnit, exceptionsOf, UNIT_COLUMNS, unitOfAccount } from "../../model/units";
import { doEdit } from "../do-edit";
import { countText } from "../number-format";
import { usePlanner } from "../planner";

/** Entries of all lists of territories together: a plan with many territories shows fewer units at once. The search finds the others. */
const MOST_OPTIONS = 5_000;
const MOST_SHOWN = 100;

/** The units with their accounts, exceptions and figures, the largest first; each can be given to another territory. */
export function UnitList() {
  const planner = usePlanner();
  const [search, setSearch] = createSignal("");
  const units = createMemo(() => planner.plan().tables.units);
  const accounts = createMemo(() => accountsPerUnit(planner.plan()));
  const exceptions = createMemo(() => {
    const { flags } = exceptionsOf(planner.plan(), planner.path());
    const unitOf = unitOfAccount(planner.plan());
    const counts = new Uint32Array(units().count);
    for (let account = 0; account < flags.length; account++) if (flags[account]) counts[unitOf[account]!]!++;
    return counts;
  });
  const nameOf = (unit: number) => cellText(columnByKey(units(), UNIT_COLUMNS.name), unit);
  const found = createMemo(() => {
    const wanted = search().trim().toLowerCase();
    const codes = columnByKey(units(), UNIT_COLUMNS.code);
    const rows: number[] = [];
    for (let unit = 0; unit < units().count; unit++) {
      if (!isLive(units(), unit)) continue;
      if (
        wanted === "" ||
        nameOf(unit).toLowerCase().includes(wanted) ||
        cellText(codes, unit).toLowerCase() === wanted
      )
        rows.push(unit);
    }
    return rows.sort((a, b) => accounts()[b]! - accounts()[a]! || a - b);
  });
  const slots = createMemo(() => [UNASSIGNED, ...territorySlots(planner.alignment())]);
  const most = () => Math.max(10, Math.min(MOST_SHOWN, Math.floor(MOST_OPTIONS / slots().length)));
  const slotOf = (unit: number) => planner.alignment().territoryOfUnit[unit] ?? UNASSIGNED;
  const figures = createMemo(() => units().columns.filter(({ kind }) => kind === "number"));
  const counted = (count: number) => countText(planner.plan(), count);
  const assign = (unit: number, slot: number) => {
    const { session } = planner;
    doEdit(planner, assignUnits(session.plan, session.path, new Set([unit]), slot));
  };
  return (
    <section class="form" aria-label="Units of the plan">
      <label class="field">
        <span class="field-label">Find a unit</span>
        <input
          class="input"
          type="search"
          value={search()}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      </label>
      <div class="units-scroll">
        <table class="units-table" aria-label="Units">
          <thead>
            <tr>
              <th scope="col">Unit</th>
              <th scope="col">Territory</th>
              <th scope="col" class="units-number">
                Accounts
              </th>
              <th scope="col" class="units-number">
                Exceptions
              </th>
              <For each={figures()}>
                {(column) => (
                  <th scope="col" class="units-number">
                    {column.header}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For
              each={found().slice(0, most())}
              fallback={
                <tr>
                  <td colSpan={4} class="muted">
                    No unit is called so.
                  </td>
                </tr>
              }
            >
              {(unit) => (
                <tr>
                  <th scope="row">{nameOf(unit)}</th>
                  <td>
                    <select
                      class="select"
                      aria-label={`Territory of ${nameOf(unit)}`}
                      disabled={planner.readOnly()}
                      value={slotOf(unit)}
                      onChange={(event) => assign(unit, Number(event.currentTarget.value))}
                    >
                      <For each={slots()}>
                        {(slot) => (
                          <option value={slot}>{territoryAt(planner.alignment(), slot).name}</option>
                        )}
                      </For>
                    </select>
                  </td>
                  <td class="units-number">{counted(accounts()[unit] ?? 0)}</td>
                  <td class="units-number">{exceptions()[unit] ? counted(exceptions()[unit]!) : ""}</td>
                  <For each={figures()}>
                    {(column) => (
                      <td class="units-number">
                        {Number.isNaN(cellNumber(column, unit))
                          ? ""
                          : cellNumber(column, unit).toLocaleString(planner.plan().settings.locale, {
                              maximumFractionDigits: 0,
                            })}
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <Show when={found().length > most()}>
        <p class="form-hint">{`The ${counted(most())} with most accounts of ${counted(found().length)}.`}</p>
      </Show>
    </section>
  );
}
