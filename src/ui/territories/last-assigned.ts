import type { Session } from "../../session/session";

const territories = new WeakMap<Session, string>();

/** Remembers the territory (its id) that accounts were given to last, while the plan is open. */
export function rememberAssigned(session: Session, territory: string): void {
  territories.set(session, territory);
}

/** Id of the territory that accounts were given to last; undefined before the first. */
export function lastAssigned(session: Session): string | undefined {
  return territories.get(session);
}
