import ChevronDown from "lucide-solid/icons/chevron-down";
import ClipboardList from "lucide-solid/icons/clipboard-list";
import Download from "lucide-solid/icons/download";
import MessageSquare from "lucide-solid/icons/message-square";
import Redo2 from "lucide-solid/icons/redo-2";
import Search from "lucide-solid/icons/search";
import Sparkles from "lucide-solid/icons/sparkles";
import Undo2 from "lucide-solid/icons/undo-2";
import Upload from "lucide-solid/icons/upload";
import { createMemo, Show } from "solid-js";
import { renamePlan } from "../../model/edits/plan-records";
import { shortcutText } from "../actions";
import { Menu } from "../controls/menu-button";
import { usePlanner } from "../planner";
import { ScenarioTabs } from "../scenarios/scenario-tabs";
import { useDialogs } from "./dialogs";
import { Logo } from "./logo";
import type { PlanActions } from "./plan-actions";
import { SaveState } from "./save-state";
import "./top-bar.css";

/** The plan's name and menu, its scenarios, and what is done most. */
export function TopBar(props: {
  actions: PlanActions;
  /** There is no room for a second menu. */
  narrow: boolean;
}) {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const { session } = planner;
  const comments = createMemo(() => planner.plan().planning.comments);
  const openComments = createMemo(() => comments().filter(({ resolvedAt }) => resolvedAt === null).length);
  const hint = (id: string) => {
    const action = props.actions.byId(id);
    const why = action.disabled?.();
    const keys = action.shortcut ? ` (${shortcutText(action.shortcut)})` : "";
    return `${action.title}${keys}${why ? ` – ${why}` : ""}`;
  };
  const planMenu = () => {
    const own = props.actions.planMenu();
    if (!props.narrow) return own;
    const [first, ...others] = props.actions.planningMenu();
    return first ? [...own, { ...first, separated: true }, ...others] : own;
  };
  const isDisabled = (id: string) => props.actions.byId(id).disabled?.() != null;
  const run = (id: string) => props.actions.byId(id).run();
  return (
    <header class="top-bar">
      <Logo size={24} />
      <input
        class="plan-name"
        aria-label="Plan name"
        value={planner.plan().name}
        size={Math.max(8, Math.min(28, planner.plan().name.length))}
        readOnly={planner.readOnly()}
        onChange={(event) => {
          const name = event.currentTarget.value.trim();
          if (name) session.edit(renamePlan(session.plan, name));
          else event.currentTarget.value = planner.plan().name;
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
      />
      <Menu label="Plan menu" items={planMenu()}>
        <ChevronDown aria-hidden="true" />
      </Menu>
      <ScenarioTabs />
      <span class="spacer" />
      <SaveState />
      <div class="top-bar-group">
        <IconButton id="undo" />
        <IconButton id="redo" />
      </div>
      <button
        type="button"
        class="button button-quiet top-bar-search"
        onClick={() => dialogs.open({ kind: "palette" })}
        title={hint("palette")}
      >
        <Search aria-hidden="true" />
        <span class="visually-hidden">Search actions</span>
        <span class="top-bar-word">{shortcutText("Mod+K")}</span>
      </button>
      <Show when={!props.narrow}>
        <button
          type="button"
          class="button button-quiet"
          aria-label={openComments() > 0 ? `Comments, ${openComments()} open` : "Comments"}
          title="Comments"
          onClick={() => run("comments")}
        >
          <MessageSquare aria-hidden="true" />
          <Show when={openComments() > 0}>
            <span class="top-bar-count">{openComments()}</span>
          </Show>
        </button>
        <Menu label="Planning" class="button button-quiet" items={props.actions.planningMenu()}>
          <ClipboardList aria-hidden="true" />
          <span class="top-bar-word">Planning</span>
        </Menu>
      </Show>
      <button
        type="button"
        class="button button-quiet"
        aria-label="Import"
        title={hint("import")}
        onClick={() => run("import")}
      >
        <Upload aria-hidden="true" />
        <span class="top-bar-word">Import</span>
      </button>
      <button
        type="button"
        class="button button-quiet"
        aria-label="Export"
        title={hint("export")}
        onClick={() => run("export")}
      >
        <Download aria-hidden="true" />
        <span class="top-bar-word">Export</span>
      </button>
      <button
        type="button"
        class="button button-primary"
        aria-label="Optimize"
        title={hint("optimize")}
        disabled={isDisabled("optimize")}
        onClick={() => run("optimize")}
      >
        <Sparkles aria-hidden="true" />
        <span class="top-bar-word">Optimize</span>
      </button>
    </header>
  );

  function IconButton(button: { id: "undo" | "redo" }) {
    return (
      <button
        type="button"
        class="button button-quiet button-icon"
        aria-label={button.id === "undo" ? "Undo" : "Redo"}
        title={hint(button.id)}
        disabled={isDisabled(button.id)}
        onClick={() => run(button.id)}
      >
        <Show when={button.id === "undo"} fallback={<Redo2 aria-hidden="true" />}>
          <Undo2 aria-hidden="true" />
        </Show>
      </button>
    );
  }
}
