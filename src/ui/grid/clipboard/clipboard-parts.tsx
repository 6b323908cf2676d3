import { createSignal, For, Show } from "solid-js";
import { Modal } from "../../controls/modal";
import { Progress } from "../../controls/progress";
import { type GridColumn, writerOf } from "../grid-column";
import type { GridState } from "../grid-state";
import { cellWork } from "./cell-work";
import type { GridClipboard, PasteQuestion } from "./create-clipboard";
import { DatesDialog } from "./dates-dialog";
import type { NameAnswer } from "./paste-cells";
import { warningList } from "./warned-cells";
import { WarningsDialog } from "./warnings-dialog";
import "./clipboard.css";

/** What a sheet shows of copying and pasting: the line around copied cells, questions, and how far long work is. */
export function ClipboardParts(props: { grid: GridState; clipboard: GridClipboard; onClosed: () => void }) {
  const { grid, clipboard } = props;
  const work = cellWork(grid);
  const warnings = warningList(grid);
  const done = () => queueMicrotask(props.onClosed);
  return (
    <>
      <CopiedLines grid={grid} clipboard={clipboard} />
      <Show when={clipboard.question()} keyed>
        {(question) => {
          switch (question.kind) {
            case "add-rows":
              return <AddRowsDialog grid={grid} question={question} onDone={done} />;
            case "names":
              return <NamesDialog grid={grid} question={question} onDone={done} />;
            case "dates":
              return <DatesDialog grid={grid} question={question} onDone={done} />;
          }
        }}
      </Show>
      <Show when={warnings.shown()} keyed>
        {(warned) => (
          <WarningsDialog
            grid={grid}
            warned={warned}
            onClose={() => {
              warnings.show(null);
              done();
            }}
          />
        )}
      </Show>
      <Show when={work.task()}>
        <Modal open keepOpen size="small" title="Working on the cells" onClose={() => work.task()?.cancel()}>
          <Progress
            label={work.task()?.words ?? ""}
            done={work.task()?.done ?? null}
            onCancel={() => work.task()?.cancel()}
          />
        </Modal>
      </Show>
    </>
  );
}

/** The dashed line around what was copied or cut, for as long as the same rows stand there. */
function CopiedLines(props: { grid: GridState; clipboard: GridClipboard }) {
  const { grid, clipboard } = props;
  const ranges = () => {
    const mark = clipboard.mark();
    return mark && mark.entries === grid.view.entries() ? mark.ranges : [];
  };
  const box = ({ top, left, bottom, right }: ReturnType<typeof ranges>[number]) => {
    const { columns, pinnedWidth } = grid.layout();
    const { rowHeight, headHeight, window, top: scrolled, left: scrolledLeft, geometry } = grid.scroll;
    const [from, to] = [columns[left], columns[right]];
    if (!from || !to) return null;
    const x = from.left - (from.pinned ? 0 : scrolledLeft());
    const end = to.left + to.width - (to.pinned ? 0 : scrolledLeft());
    const y = headHeight() + top * rowHeight() + window().shift - scrolled();
    const yEnd = headHeight() + (bottom + 1) * rowHeight() + window().shift - scrolled();
    // Kept near the view: far outside of it lengths grow past what browsers can draw.
    const clippedTop = Math.max(y, headHeight() - 4);
    const clippedEnd = Math.min(yEnd, headHeight() + geometry().viewHeight + 4);
    const clippedLeft = from.pinned ? x : Math.max(x, pinnedWidth - 4);
    if (clippedEnd <= clippedTop || end <= clippedLeft) return null;
    return {
      left: `${clippedLeft}px`,
      top: `${clippedTop}px`,
      width: `${end - clippedLeft}px`,
      height: `${clippedEnd - clippedTop}px`,
    };
  };
  return (
    <For each={ranges()}>
      {(range) => (
        <Show when={box(range)}>
          {(place) => <div class="grid-copied" aria-hidden="true" style={place()} />}
        </Show>
      )}
    </For>
  );
}

function AddRowsDialog(props: {
  grid: GridState;
  question: PasteQuestion & { kind: "add-rows" };
  onDone: () => void;
}) {
  const { locale, noun } = props.grid.props;
  const answer = (yes: boolean) => {
    props.question.answer(yes);
    props.onDone();
  };
  const count = () => `${props.question.rows.toLocaleString(locale)} ${noun[1]}`;
  return (
    <Modal
      open
      size="small"
      title={`Add ${count()}?`}
      onClose={() => answer(false)}
      footer={
        <>
          <button type="button" class="button" onClick={() => answer(false)}>
            Cancel
          </button>
          <button type="button" class="button button-primary" autofocus onClick={() => answer(true)}>
            Add {count()}
          </button>
        </>
      }
    >
      <p>
        What is pasted goes past the end of the sheet by {count()}. They are added behind the others; Undo
        takes them back.
      </p>
    </Modal>
  );
}

const LEAVE = "leave";
const NEW = "new";

function NamesDialog(props: {
  grid: GridState;
  question: PasteQuestion & { kind: "names" };
  onDone: () => void;
}) {
  const { question } = props;
  const names = [...question.names.keys()];
  const known = knownOf(question.column);
  const [chosen, setChosen] = createSignal<ReadonlyMap<string, string>>(new Map());
  const choose = (name: string, value: string) => setChosen((before) => new Map(before).set(name, value));
  const answer = (answers: ReadonlyMap<string, NameAnswer> | null) => {
    question.answer(answers);
    props.onDone();
  };
  const answers = () =>
    new Map(
      names.map((name): [string, NameAnswer] => {
        const value = chosen().get(name) ?? LEAVE;
        if (value === LEAVE) return [name, { kind: "leave" }];
        if (value === NEW) return [name, { kind: "new", name: name.trim() }];
        return [name, { kind: "existing", name: known.all[Number(value)]! }];
      }),
    );
  const cells = (count: number) =>
    `${count.toLocaleString(props.grid.props.locale)} ${count === 1 ? "cell" : "cells"}`;
  return (
    <Modal
      open
      title={`Unknown ${known.noun[names.length === 1 ? 0 : 1]}`}
      description={`The plan has no ${known.noun[0]} of ${names.length === 1 ? "this name" : "these names"}. Say what each stands for.`}
      onClose={() => answer(null)}
      footer={
        <>
          <Show when={names.length > 1}>
            <button
              type="button"
              class="button"
              onClick={() => setChosen(new Map(names.map((name) => [name, NEW])))}
            >
              Make all new
            </button>
          </Show>
          <span class="spacer" />
          <button type="button" class="button" onClick={() => answer(null)}>
            Cancel
          </button>
          <button type="button" class="button button-primary" onClick={() => answer(answers())}>
            Paste
          </button>
        </>
      }
    >
      <div class="form">
        <For each={names}>
          {(name) => (
            <label class="field">
              <span class="field-label">
                “{name}” – {cells(question.names.get(name) ?? 0)}
              </span>
              <select
                class="select"
                value={chosen().get(name) ?? LEAVE}
                onChange={(event) => choose(name, event.currentTarget.value)}
              >
                <option value={LEAVE}>Leave the cells as they are</option>
                <Show when={name.trim() !== ""}>
                  <option value={NEW}>
                    New {known.noun[0]} “{name.trim()}”
                  </option>
                </Show>
                <For each={known.all}>{(other, i) => <option value={String(i())}>{other}</option>}</For>
              </select>
            </label>
          )}
        </For>
      </div>
    </Modal>
  );
}

function knownOf(column: GridColumn) {
  const names = writerOf(column)?.names;
  return { noun: names?.noun ?? (["name", "names"] as const), all: names?.all() ?? [] };
}
