import { createSignal } from "solid-js";
import type { PlanStore } from "../../session/ports";

const SETTING = "author";

/** The name that stands beside this device's revisions; "" until somebody gives one. */
export interface Author {
  readonly name: () => string;
  readonly setName: (name: string) => void;
}

/** Remembers the author's name on this device. */
export function createAuthor(store: PlanStore): Author {
  const [name, setName] = createSignal("");
  void store
    .setting(SETTING)
    .then((saved) => typeof saved === "string" && setName(saved))
    .catch(() => undefined);
  return {
    name,
    setName: (next) => {
      setName(next);
      void store.setSetting(SETTING, next);
    },
  };
}
