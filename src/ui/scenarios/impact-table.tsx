import { createMemo, For, Show } from "solid-js";
import type { Book } from "../../model/compare/keeper-impacts";
import { columnByRole, rowById } from "../../model/table";
import type { ComparedAlignments } from "../../session/compared-alignments";
import { rowName } from "../grid/table-columns";
import { countText, numberFormat } from "../number-format";
import { usePlanner } from "../planner";

/** What each rep (or, where the first column names none, each territory) keeps, gains and loses. */
export function ImpactTable(props: { compared: ComparedAlignments }) {
  const planner = usePlanner();
  const hasRevenue = () => columnByRole(planner.plan().tables.accounts, "revenue") !== undefined;
  const money = (value: number) => {
    const { locale, currency } = planner.plan().settings;
    return numberFormat(locale, {
      style: "currency",
      currency,
      notation: "compact",
      maximumFractionDigits: 1,
    }).format(value);
  };
  const book = ({ accounts, revenue }: Book) =>
    hasRevenue()
      ? `${countText(planner.plan(), accounts)} · ${money(revenue)}`
      : countText(planner.plan(), accounts);
  const sum = (a: Book, b: Book): Book => ({
    accounts: a.accounts + b.accounts,
    revenue: a.revenue + b.revenue,
  });
  const rows = createMemo(() => {
    const { reps } = planner.plan().tables;
    const territories = new Map(
      props.compared.columns.flatMap(({ alignment }) =>
        alignment.territories.flatMap((territory) =>
          territory ? [[territory.id, territory.name] as const] : [],
        ),
      ),
    );
    const nameOf = (keeper: string | number) => {
      if (typeof keeper === "string") return territories.get(keeper) ?? keeper;
      const row = rowById(reps).get(keeper);
      return row === undefined ? "A rep who is gone" : rowName(reps.columns, row) || "A rep without a name";
    };
    return props.compared.impacts
      .map(({ keeper, kept, gained, lost }) => ({
        name: nameOf(keeper),
        before: sum(kept, lost),
        kept,
        gained,
        lost,
        after: sum(kept, gained),
      }))
      .sort((a, b) => b.lost.accounts + b.gained.accounts - (a.lost.accounts + a.gained.accounts));
  });
  return (
    <div class="compare-scroll">
      <table class="compare-table">
        <caption class="visually-hidden">What changes for each rep</caption>
        <thead>
          <tr>
            <th scope="col">Rep</th>
            <th scope="col">Has</th>
            <th scope="col">Keeps</th>
            <th scope="col">Gains</th>
            <th scope="col">Loses</th>
            <th scope="col">Will have</th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {(row) => (
              <tr>
                <th scope="row">{row.name}</th>
                <td>{book(row.before)}</td>
                <td>{book(row.kept)}</td>
                <td>
                  <Show when={row.gained.accounts > 0} fallback="–">
                    {book(row.gained)}
                  </Show>
                </td>
                <td>
                  <Show when={row.lost.accounts > 0} fallback="–">
                    {book(row.lost)}
                  </Show>
                </td>
                <td>{book(row.after)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
