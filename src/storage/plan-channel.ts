import { type PackedRevision, packRevision, unpackRevision } from "../model/packed-revision";
import type { Revision } from "../model/revision";

/** What tabs tell each other about a plan. `yield` asks the tab that writes to store and step back. */
export type PlanMessage =
  | { readonly kind: "revisions"; readonly revisions: readonly Revision[] }
  | { readonly kind: "replaced" }
  | { readonly kind: "removed" }
  | { readonly kind: "yield" };

type PackedMessage =
  | Exclude<PlanMessage, { kind: "revisions" }>
  | { readonly kind: "revisions"; readonly revisions: readonly PackedRevision[] };

/** The tabs of this browser that have a plan open. A tab does not hear what it says itself. */
export class PlanChannel {
  readonly #channel: BroadcastChannel | null;
  readonly #listeners = new Set<(message: PlanMessage) => void>();

  constructor(planId: string) {
    this.#channel =
      typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(`evenfield/${planId}`);
    this.#channel?.addEventListener("message", (event: MessageEvent<PackedMessage>) => {
      const message = unpack(event.data);
      for (const listener of [...this.#listeners]) listener(message);
    });
  }

  say(message: PlanMessage): void {
    this.#channel?.postMessage(pack(message));
  }

  listen(listener: (message: PlanMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#channel?.close();
  }
}

function pack(message: PlanMessage): PackedMessage {
  if (message.kind !== "revisions") return message;
  return { kind: "revisions", revisions: message.revisions.map(packRevision) };
}

function unpack(message: PackedMessage): PlanMessage {
  if (message.kind !== "revisions") return message;
  return { kind: "revisions", revisions: message.revisions.map(unpackRevision) };
}
