import { createMemo, createSignal, For, Show } from "solid-js";
import { type CommentPlace, commentPlace } from "../../model/comment-places";
import type { CellComment } from "../../model/planning/cell-comment";
import { foldText } from "../../model/views/fold-text";
import { Modal } from "../controls/modal";
import { RadioChoice } from "../controls/radio-choice";
import { type CellAddress, type SheetName, useOpenSheets } from "../open-sheets";
import { usePlanner } from "../planner";
import { CommentThread } from "./comment-thread";

type Shown = "open" | "resolved" | "all";

const SHEET_OF: Readonly<Partial<Record<CellComment["table"], SheetName>>> = {
  accounts: "Accounts",
  leads: "Leads",
  deals: "Deals",
  reps: "Reps",
  territories: "Territories",
  units: "Units",
};

/** Every comment of the plan: found, read, settled, and followed to its cell. */
export function CommentsDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const sheets = useOpenSheets();
  const [shown, setShown] = createSignal<Shown>("open");
  const [query, setQuery] = createSignal("");
  const all = createMemo(() => planner.plan().planning.comments);
  const listed = createMemo(() => {
    const words = foldText(query()).split(/\s+/).filter(Boolean);
    return all()
      .filter(({ resolvedAt }) => shown() === "all" || (resolvedAt === null) === (shown() === "open"))
      .map((comment) => ({ comment, place: commentPlace(planner.plan(), planner.path(), comment) }))
      .filter(({ comment, place }) => {
        const text = foldText(
          [
            place.rowName,
            place.header ?? "",
            ...comment.notes.flatMap((note) => [note.author, note.text]),
          ].join("\n"),
        );
        return words.every((word) => text.includes(word));
      })
      .sort((a, b) => lastAt(b.comment) - lastAt(a.comment));
  });
  const byId = createMemo(() => new Map(listed().map((entry) => [entry.comment.id, entry])));
  const ids = createMemo(() => listed().map(({ comment }) => comment.id));
  const follow = (cell: CellAddress) => {
    props.onClose();
    // After the dialog has given the focus back.
    setTimeout(() => sheets?.goTo(cell));
  };
  return (
    <Modal open size="medium" title="Comments" onClose={props.onClose}>
      <div class="comments-tools">
        <input
          type="search"
          class="input"
          aria-label="Search comments"
          placeholder="Search comments"
          value={query()}
          onInput={(event) => setQuery(event.currentTarget.value)}
          autofocus
        />
        <RadioChoice
          label="Which comments"
          value={shown()}
          choices={[
            { value: "open", label: "Open" },
            { value: "resolved", label: "Resolved" },
            { value: "all", label: "All" },
          ]}
          onChange={setShown}
        />
      </div>
      <ul class="comments-list" aria-label="Comments">
        <For each={ids()}>
          {(id) => (
            <Show when={byId().get(id)}>
              {(entry) => (
                <li>
                  <PlaceOf comment={entry().comment} place={entry().place} onFollow={follow} />
                  <CommentThread comment={entry().comment} readOnly={planner.readOnly()} />
                </li>
              )}
            </Show>
          )}
        </For>
      </ul>
      <Show when={ids().length === 0}>
        <p class="comment-empty">
          {all().length === 0
            ? "No comments yet. Press Shift+F2 on a cell to write the first."
            : "No comment matches."}
        </p>
      </Show>
    </Modal>
  );
}

function PlaceOf(props: {
  comment: CellComment;
  place: CommentPlace;
  onFollow: (cell: CellAddress) => void;
}) {
  const sheet = () => SHEET_OF[props.comment.table];
  const address = (): CellAddress | null => {
    const { row, header } = props.place;
    const name = sheet();
    return row === null || header === null || !name
      ? null
      : { sheet: name, row, column: props.comment.column };
  };
  const words = () => {
    const { row, rowName, header } = props.place;
    const rowWords = `${rowName || "a row"}${row === null ? " (deleted)" : ""}`;
    return `${sheet() ?? "Units"} · ${rowWords} · ${header ?? "a deleted column"}`;
  };
  return (
    <Show when={address()} fallback={<span class="comments-gone">{words()}</span>}>
      {(cell) => (
        <button type="button" class="comments-place" onClick={() => props.onFollow(cell())}>
          {words()}
        </button>
      )}
    </Show>
  );
}

function lastAt({ notes }: CellComment): number {
  return notes.at(-1)?.at ?? 0;
}
