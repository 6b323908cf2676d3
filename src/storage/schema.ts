import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { PlanSummary } from "../model/saved-plan";

export const DATABASE_NAME = "evenfield";

/** A plan's entry in the list, and where its data are. */
export interface StoredPlan extends PlanSummary {
  /** Part of the key of the plan's records and journal; a plan saved anew as a whole gets another one. */
  readonly dataset: string;
  /** Changes whenever records are rewritten. */
  readonly base: string;
  /** Number of the newest journal entry; 0 where there never was one. */
  readonly head: number;
  /** Id of the newest revision; null at the start. */
  readonly headRevision: string | null;
}

/** Bytes with their CRC-32. `count` is the number of rows where the record holds rows, else 0. */
export interface StoredRecord {
  readonly bytes: Uint8Array;
  readonly crc: number;
  readonly count: number;
}

export interface EvenfieldSchema extends DBSchema {
  /** By plan id: an encoded `StoredPlan`. */
  plans: { key: string; value: StoredRecord };
  /** By dataset and name. */
  records: { key: [string, string]; value: StoredRecord };
  /** By dataset and number, counting from 1: encoded revisions. */
  journal: { key: [string, number]; value: StoredRecord };
  /** Settings of this device, by key. */
  settings: { key: string; value: unknown };
}

export type Database = IDBPDatabase<EvenfieldSchema>;

/**
 * What each version of the database adds to the one before, the first making version 1. Shipped ones never change:
 * a database may come from any of them.
 */
const UPGRADES: readonly ((database: Database) => void)[] = [
  (database) => {
    database.createObjectStore("plans");
    database.createObjectStore("records");
    database.createObjectStore("journal");
    database.createObjectStore("settings");
  },
];

export const DATABASE_VERSION = UPGRADES.length;

/** What the owner of a connection hears about it. */
export interface ConnectionEvents {
  /** Another tab wants to upgrade or delete the database: the connection is closed already. */
  readonly onOutdated: () => void;
  /** The browser closed the connection. */
  readonly onLost: () => void;
}

/** Opens the database, made or upgraded as needed. Rejects with a VersionError if it is of a newer version. */
export async function openDatabase(name: string, events: ConnectionEvents): Promise<Database> {
  const database: Database = await openDB<EvenfieldSchema>(name, DATABASE_VERSION, {
    upgrade(upgraded, oldVersion) {
      for (const upgrade of UPGRADES.slice(oldVersion)) upgrade(upgraded);
    },
    blocking() {
      database.close();
      events.onOutdated();
    },
    terminated: events.onLost,
  });
  return database;
}
