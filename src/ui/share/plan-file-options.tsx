import { createEffect, createMemo, createSignal, For, Show } from "solid-js";
import { liveCount, type TableName } from "../../model/table";
import { usePlanner } from "../planner";

const TABLES: readonly (readonly [TableName, one: string, many: string])[] = [
  ["accounts", "account", "accounts"],
  ["reps", "rep", "reps"],
  ["leads", "lead", "leads"],
  ["deals", "deal", "deals"],
  ["units", "unit", "units"],
];

/** What a plan file holds, and the passphrase that may protect it. */
export function PlanFileOptions(props: {
  /** Hears "" for none, and null while the one being entered cannot be used. */
  onPassphrase: (passphrase: string | null) => void;
}) {
  const planner = usePlanner();
  const [protect, setProtect] = createSignal(false);
  const [first, setFirst] = createSignal("");
  const [second, setSecond] = createSignal("");
  const matches = () => first() === second();
  createEffect(() => {
    if (!protect()) props.onPassphrase("");
    else props.onPassphrase(first() !== "" && matches() ? first() : null);
  });
  const parts = createMemo(() => {
    const { tables, scenarios, settings } = planner.plan();
    const format = new Intl.NumberFormat(settings.locale);
    const counted = (count: number, one: string, many: string) =>
      `${format.format(count)} ${count === 1 ? one : many}`;
    return [
      ...TABLES.map(([table, one, many]) => ({ count: liveCount(tables[table]), one, many })),
      { count: scenarios.length, one: "scenario", many: "scenarios" },
      { count: planner.session.revisions.length, one: "undo step", many: "undo steps" },
    ]
      .filter(({ count }) => count > 0)
      .map(({ count, one, many }) => counted(count, one, many));
  });
  return (
    <div class="share-part">
      <div>
        <p class="field-label">In this file</p>
        <ul class="share-contents">
          <For each={parts()}>{(part) => <li>{part}</li>}</For>
        </ul>
      </div>
      <label class="check-field">
        <input
          type="checkbox"
          checked={protect()}
          onChange={(event) => setProtect(event.currentTarget.checked)}
        />
        Protect it with a passphrase
      </label>
      <Show when={protect()}>
        <div class="share-pair">
          <label class="field">
            <span class="field-label">Passphrase</span>
            <input
              class="input"
              type="password"
              autocomplete="new-password"
              value={first()}
              onInput={(event) => setFirst(event.currentTarget.value)}
            />
          </label>
          <label class="field">
            <span class="field-label">The same again</span>
            <input
              class="input"
              type="password"
              autocomplete="new-password"
              value={second()}
              aria-invalid={second() !== "" && !matches()}
              onInput={(event) => setSecond(event.currentTarget.value)}
            />
          </label>
        </div>
        <p classList={{ muted: second() === "" || matches(), "share-wrong": second() !== "" && !matches() }}>
          {second() !== "" && !matches()
            ? "The two are not the same."
            : "Nobody can open the file without it, and it is stored nowhere."}
        </p>
      </Show>
    </div>
  );
}
