import { createMemo, For, Show } from "solid-js";
import type { ImportPlan } from "../../files/import/import-plan";
import { ROLE_GROUPS, ROLE_WORDS } from "./column-words";

const ORDER = ROLE_GROUPS.flatMap((group) => group.roles);

/** Which columns are understood and as what, in one glance: the table of columns is wider than the page. */
export function Understood(props: { plan: ImportPlan }) {
  const meant = createMemo(() =>
    props.plan.columns
      .filter((column) => column.include && column.role !== null)
      .sort((a, b) => ORDER.indexOf(a.role!) - ORDER.indexOf(b.role!)),
  );
  const others = () => props.plan.columns.filter((column) => column.include).length - meant().length;
  const leftOut = () => props.plan.columns.length - meant().length - others();
  const othersText = () =>
    [
      others() > 0 ? `${others()} more kept as ${others() === 1 ? "it is" : "they are"}` : "",
      leftOut() > 0 ? `${leftOut()} not imported` : "",
    ]
      .filter((part) => part !== "")
      .join(", ");
  return (
    <ul class="understood" aria-label="Columns understood">
      <For each={meant()}>
        {(column) => (
          <li>
            {ROLE_WORDS[column.role!]} <strong>{column.header}</strong>
          </li>
        )}
      </For>
      <Show when={othersText()}>{(text) => <li>{text()}</li>}</Show>
    </ul>
  );
}
