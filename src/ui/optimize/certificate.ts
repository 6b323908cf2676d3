import type { RunState } from "../../session/optimization-run";
import type { ExactOutcome } from "../../session/proposal";

type BoundReport = Extract<RunState, { kind: "running" }>["bounds"][number];

/** What is proven about a proposal, in a sentence, and what the proof speaks of. */
export interface Certificate {
  readonly headline: string;
  readonly scope: string;
  /** So near that looking further is hardly worth it. */
  readonly isNear: boolean;
}

/** What a bound speaks of, where it is too far away to prove anything. */
const UNPROVEN_SCOPES: Readonly<Record<BoundReport["kind"], string>> = {
  "fixed-centers": "For plans that travel from these homes.",
  "free-centers": "For plans wherever the centers of their territories lie.",
  "listed-centers": "For plans whose territories keep these centers.",
};

const SCOPES: Readonly<Record<BoundReport["kind"], string>> = {
  "fixed-centers": "Proven for every plan that travels from these homes.",
  "free-centers": "Proven for every plan, wherever the centers of its territories lie.",
  "listed-centers":
    "Proven for plans whose territories keep these centers; with others there may be a better one.",
};

/** A gap below this is none: it is what rounding leaves. */
const NONE = 1e-6;
const NEAR = 0.02;
/** A gap above this says nothing that would help to decide. */
const USEFUL = 0.5;

/**
 * What the bounds prove, the smallest gap first. One that speaks only of plans with these centers is left out where one for every plan
 * proves as much.
 */
export function certificatesOf(bounds: readonly Pick<BoundReport, "kind" | "gap">[]): readonly Certificate[] {
  const known = bounds.filter(({ gap }) => gap !== null).sort((a, b) => a.gap! - b.gap!);
  const general = known.find(({ kind }) => kind !== "listed-centers");
  return known
    .filter(({ kind, gap }) => kind !== "listed-centers" || !general || gap! < Math.min(general.gap!, USEFUL))
    .flatMap((bound) => certificateOf(bound) ?? []);
}

/** "Within 0.8 % of the best possible under these rules"; null where nothing was computed yet. */
function certificateOf({ kind, gap }: Pick<BoundReport, "kind" | "gap">): Certificate | null {
  if (gap === null) return null;
  if (gap > USEFUL) return notUseful(UNPROVEN_SCOPES[kind]);
  return { headline: headlineOf(gap, kind === "listed-centers"), scope: SCOPES[kind], isNear: gap <= NEAR };
}

/** The same of an exact attempt. */
export function exactCertificate({ proven, scope, gap }: ExactOutcome): Certificate | null {
  const isListed = scope !== "all-plans";
  const words = isListed ? SCOPES["listed-centers"] : "Proven for every plan, by an exact solver.";
  const left = proven ? 0 : gap;
  if (left === null) return null;
  if (left > USEFUL)
    return notUseful(isListed ? UNPROVEN_SCOPES["listed-centers"] : "For every plan, by an exact solver.");
  return { headline: headlineOf(left, isListed), scope: words, isNear: left <= NEAR };
}

function notUseful(scope: string): Certificate {
  return { headline: "No useful bound is known yet", scope, isNear: false };
}

function headlineOf(gap: number, isListed: boolean): string {
  const best = isListed ? "best plan with these centers" : "best possible under these rules";
  if (gap <= NONE) return isListed ? `The ${best}: nothing shorter exists` : `The ${best}`;
  return `Within ${gapText(gap)} of the ${best}`;
}

/** "0.8 %", "12 %"; rounded up, so that it is never claimed too good. */
export function gapText(gap: number): string {
  const percent = 100 * gap;
  const digits = percent < 0.1 ? 2 : percent < 10 ? 1 : 0;
  return `${(Math.ceil(percent * 10 ** digits - 1e-9) / 10 ** digits).toFixed(digits)} %`;
}
