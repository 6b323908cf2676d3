import type { IDBPTransaction, StoreNames } from "idb";
import type { Database, EvenfieldSchema } from "./schema";

type Store = StoreNames<EvenfieldSchema>;
type Writing<Stores extends Store> = IDBPTransaction<EvenfieldSchema, Stores[], "readwrite">;

/**
 * Runs `work` in one transaction that is on the disk when the promise resolves. If `work` throws, nothing is written.
 * `request` takes each write, so that none of their promises is left alone when the transaction fails: the reason
 * (quota above all) shows only at the transaction itself.
 */
export async function writeStrictly<Stores extends Store, Result>(
  database: Database,
  stores: Stores[],
  work: (
    transaction: Writing<Stores>,
    request: (write: Promise<unknown> | undefined) => void,
  ) => Promise<Result>,
): Promise<Result> {
  const transaction = database.transaction(stores, "readwrite", { durability: "strict" });
  const done = transaction.done;
  done.catch(() => {});
  const writes: Promise<unknown>[] = [];
  const request = (write: Promise<unknown> | undefined): void => {
    write?.catch(() => {});
    if (write) writes.push(write);
  };
  let result: Result;
  try {
    result = await work(transaction, request);
  } catch (error) {
    abort(transaction);
    const reason: unknown = await done.catch((cause: unknown) => cause);
    throw reason instanceof Error && reason.name === "QuotaExceededError" ? reason : error;
  }
  await Promise.allSettled(writes);
  await done;
  return result;
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already, so there is nothing to take back.
  }
}
