import Pencil from "lucide-solid/icons/pencil";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import { For, type JSX, Show } from "solid-js";
import { territoryAt } from "../../model/alignment";
import { isCovered, type LeadPairing } from "../../model/fit/lead-pairing";
import type { RepCoverage } from "../../model/fit/rep-coverage";
import { countText, numberFormat } from "../number-format";
import { usePlanner } from "../planner";
import { useDialogs } from "../shell/dialogs";
import { FitChip } from "./fit-chip";
import { accountsText, listText, pairingText, workingTexts } from "./fit-words";

/** What a rep covers, carries and brings, and what to look at. */
export function RepCard(props: {
  coverage: RepCoverage;
  /** Mean over the accounts that the rep covers. */
  fit: number;
  /** The rep's own pairing, if any, and the juniors whose lead the rep is. */
  pairing: LeadPairing | null;
  juniors: readonly string[];
}) {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const plan = planner.plan;
  const rep = () => props.coverage.rep;
  const isOver = () => props.coverage.accounts > props.coverage.room;
  const facts = () => [
    rep().seniority,
    Number.isNaN(rep().quota)
      ? ""
      : `quota ${numberFormat(plan().settings.locale, {
          style: "currency",
          currency: plan().settings.currency,
          notation: "compact",
        }).format(rep().quota)}`,
    ...workingTexts(plan(), props.coverage),
  ];
  return (
    <li class="rep-card" aria-label={rep().name}>
      <div class="rep-card-head">
        <FitChip fit={props.fit} title="Mean fit with the accounts covered, 0 to 100" />
        <span class="rep-card-name">{rep().name}</span>
        <span class="rep-card-facts">{facts().filter(Boolean).join(" · ")}</span>
        <button
          type="button"
          class="button button-quiet button-icon rep-card-edit"
          aria-label={`Details of ${rep().name}`}
          title="Languages, industries, home, capacity…"
          disabled={planner.readOnly()}
          onClick={() => dialogs.open({ kind: "rep", rep: rep().id })}
        >
          <Pencil aria-hidden="true" />
        </button>
      </div>
      <div class="rep-card-territories">
        <For each={props.coverage.slots}>
          {(slot) => (
            <span class="rep-card-territory">
              <span class="swatch" style={{ "--swatch": territoryAt(planner.alignment(), slot).color }} />
              {territoryAt(planner.alignment(), slot).name}
            </span>
          )}
        </For>
        <Show when={props.coverage.slots.length === 0}>
          <span class="rep-card-none">No territory</span>
        </Show>
        <span class="rep-card-load" classList={{ "rep-card-over": isOver() }}>
          {Number.isNaN(props.coverage.room)
            ? accountsText(plan(), props.coverage.accounts)
            : `${countText(plan(), props.coverage.accounts)} of ${accountsText(plan(), Math.round(props.coverage.room))}`}
        </span>
      </div>
      <Show when={!Number.isNaN(props.coverage.room)}>
        <div
          class="rep-load"
          classList={{ "rep-load-over": isOver() }}
          role="meter"
          aria-label={`Load of ${rep().name}`}
          aria-valuemin={0}
          aria-valuemax={Math.max(1, Math.round(props.coverage.room))}
          aria-valuenow={props.coverage.accounts}
          aria-valuetext={`${props.coverage.accounts} accounts of ${Math.round(props.coverage.room)}${isOver() ? ", over capacity" : ""}`}
          style={{ "--load": loadShare(props.coverage).toFixed(4) }}
        >
          <span />
        </div>
      </Show>
      <dl class="rep-card-reach">
        <Fact name="Speaks" entries={rep().languages} />
        <Fact name="Industries" entries={rep().industries} />
        <Fact name="Skills" entries={rep().skills} />
        <Show when={props.juniors.length > 0}>
          <Fact name="Leads" entries={props.juniors} />
        </Show>
      </dl>
      <Show when={isOver() && !props.coverage.isAway}>
        <Warning>
          {accountsText(plan(), props.coverage.accounts - Math.floor(props.coverage.room))} more than{" "}
          {props.coverage.working < 1 ? "they can carry now" : "the capacity"}.
        </Warning>
      </Show>
      <Show when={props.coverage.isAway && props.coverage.accounts > 0}>
        <Warning>Away, with {accountsText(plan(), props.coverage.accounts)} to look after.</Warning>
      </Show>
      <Show when={props.pairing}>
        {(pairing) => (
          <Show
            when={!isCovered(pairing())}
            fallback={<p class="rep-card-pairing">{pairingText(pairing())}.</p>}
          >
            <Warning>{pairingText(pairing())}.</Warning>
          </Show>
        )}
      </Show>
    </li>
  );
}

function Fact(props: { name: string; entries: readonly string[] | null }) {
  return (
    <Show when={props.entries}>
      {(entries) => (
        <div>
          <dt>{props.name}</dt>
          <dd>{listText(entries(), "and")}</dd>
        </div>
      )}
    </Show>
  );
}

function Warning(props: { children: JSX.Element }) {
  return (
    <p class="rep-card-warning">
      <TriangleAlert aria-hidden="true" />
      <span>{props.children}</span>
    </p>
  );
}

/** Accounts as a share of the room, at most 1. */
function loadShare({ accounts, room }: RepCoverage): number {
  return room > 0 ? Math.min(1, accounts / room) : accounts > 0 ? 1 : 0;
}
