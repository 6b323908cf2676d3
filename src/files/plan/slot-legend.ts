import type { Alignment, TerritorySlot } from "../../model/alignment";
import type { Change } from "../../model/patch";
import type { AlignmentPath, Plan } from "../../model/plan";

/** Which territory had which slot, deleted ones included: slots are never used again, so one legend serves all revisions. */
export interface SlotLegend {
  readonly scenario: string;
  readonly layer: string;
  /** By slot; null where no revision speaks of it. */
  readonly territories: (string | null)[];
}

/** Translates between slots and territory ids, alignment by alignment. */
export class SlotBook {
  readonly #idsOf = new Map<string, (string | null)[]>();
  readonly #slotsOf = new Map<string, Map<string, TerritorySlot>>();

  static of(plan: Plan): SlotBook {
    const book = new SlotBook();
    for (const scenario of plan.scenarios) {
      for (const [layer, alignment] of Object.entries(scenario.alignments)) {
        book.#noteAlignment({ scenario: scenario.id, layer }, alignment);
      }
    }
    return book;
  }

  static fromLegend(legends: readonly SlotLegend[]): SlotBook {
    const book = new SlotBook();
    for (const legend of legends) {
      for (const [slot, id] of legend.territories.entries()) if (id !== null) book.#note(legend, slot, id);
    }
    return book;
  }

  /** Learns the territories that a change makes, changes or deletes. False where it contradicts what is known. */
  learn(change: Change): boolean {
    if (change.kind === "territory") {
      const id = (change.to ?? change.from)?.id;
      return id !== undefined && this.#note(change.path, change.slot, id);
    }
    if (change.kind !== "record" || change.collection !== "scenarios") return true;
    return [change.from, change.to].every((scenario) =>
      Object.entries(scenario?.alignments ?? {}).every(([layer, alignment]) =>
        this.#noteAlignment({ scenario: change.key, layer }, alignment),
      ),
    );
  }

  id(path: AlignmentPath, slot: TerritorySlot): string | undefined {
    return this.#idsOf.get(keyOf(path))?.[slot] ?? undefined;
  }

  slot(path: AlignmentPath, id: string): TerritorySlot | undefined {
    return this.#slotsOf.get(keyOf(path))?.get(id);
  }

  legend(path: AlignmentPath): SlotLegend {
    const territories = Array.from(this.#idsOf.get(keyOf(path)) ?? [], (id) => id ?? null);
    return { scenario: path.scenario, layer: path.layer, territories };
  }

  #noteAlignment(path: AlignmentPath, alignment: Alignment): boolean {
    return alignment.territories.every(
      (territory, slot) => !territory || this.#note(path, slot, territory.id),
    );
  }

  #note(path: AlignmentPath, slot: TerritorySlot, id: string): boolean {
    const key = keyOf(path);
    const ids = this.#idsOf.get(key) ?? [];
    const slots = this.#slotsOf.get(key) ?? new Map<string, TerritorySlot>();
    this.#idsOf.set(key, ids);
    this.#slotsOf.set(key, slots);
    if ((ids[slot] ?? id) !== id || (slots.get(id) ?? slot) !== slot) return false;
    while (ids.length < slot) ids.push(null);
    ids[slot] = id;
    slots.set(id, slot);
    return true;
  }
}

function keyOf({ scenario, layer }: AlignmentPath): string {
  return JSON.stringify([scenario, layer]);
}
