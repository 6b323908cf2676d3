import type { SaveFailure } from "../model/saved-plan";
import { ChangedElsewhere } from "./plan-transactions";
import { type Database, openDatabase } from "./schema";

const TRIES = 3;

/** Why a piece of work on the database failed, with words for the planner. */
export interface StorageFailure {
  readonly reason: SaveFailure;
  readonly message: string;
}

const MESSAGES: Readonly<Record<SaveFailure, string>> = {
  full: "There is no room left on this device.",
  lost: "The browser's database does not answer.",
  slow: "The browser's database takes unusually long.",
  elsewhere: "This plan was changed in another tab.",
  outdated: "A newer version of Evenfield is open in another tab. Reload this one.",
  unavailable: "This browser does not let the page store anything.",
};

export function failure(reason: SaveFailure): StorageFailure {
  return { reason, message: MESSAGES[reason] };
}

/** The connection to the database: opened when needed, and again after the browser closed it. */
export class Connection {
  readonly #name: string;
  readonly #onOutdated: () => void;
  #database: Promise<Database> | null = null;
  #outdated = false;
  #closed = false;

  constructor(name: string, onOutdated: () => void) {
    this.#name = name;
    this.#onOutdated = onOutdated;
  }

  /** Does a piece of work. If the connection is lost on the way, it is done again from the start, three times in all. */
  async run<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work(await this.#open());
      } catch (error) {
        if (attempt === TRIES || failureOf(error).reason !== "lost") throw error;
        await this.#drop();
      }
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#drop();
  }

  #open(): Promise<Database> {
    if (this.#outdated) return Promise.reject(new Outdated());
    if (this.#closed) return Promise.reject(new Error("Expected an open store, got a closed one."));
    if (typeof indexedDB === "undefined") return Promise.reject(new Unavailable());
    this.#database ??= openDatabase(this.#name, {
      onOutdated: () => {
        this.#outdated = true;
        this.#database = null;
        this.#onOutdated();
      },
      onLost: () => {
        this.#database = null;
      },
    });
    return this.#database;
  }

  async #drop(): Promise<void> {
    const database = this.#database;
    this.#database = null;
    await database?.then(
      (opened) => opened.close(),
      () => {},
    );
  }
}

class Outdated extends Error {}
class Unavailable extends Error {}

/** What an error of the database means. A quota error carries no message, only its name. */
export function failureOf(error: unknown): StorageFailure {
  if (error instanceof ChangedElsewhere) return failure("elsewhere");
  if (error instanceof Outdated) return failure("outdated");
  if (error instanceof Unavailable) return failure("unavailable");
  const name = error instanceof Error ? error.name : "";
  if (name === "QuotaExceededError") return failure("full");
  if (name === "VersionError") return failure("outdated");
  if (name === "SecurityError") return failure("unavailable");
  return failure("lost");
}
