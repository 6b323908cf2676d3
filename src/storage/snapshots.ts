import type { Plan } from "../model/plan";
import type { RecoveredPlan } from "../model/saved-plan";

/** Number of snapshots kept of each plan. */
const RING = 3;

/** How a plan becomes the bytes of a file, and back; null for bytes that are not whole. */
export interface SnapshotCodec {
  encode(plan: Plan): Promise<Uint8Array<ArrayBuffer>>;
  decode(bytes: Uint8Array<ArrayBuffer>): Promise<Plan | null>;
}

/** Copies of plans as files beside the database, from which a damaged one is rebuilt. */
export interface Snapshots {
  save(plan: Plan, now: number): Promise<void>;
  /** The newest snapshot that is whole, or null. */
  newest(planId: string): Promise<RecoveredPlan | null>;
  remove(planId: string): Promise<void>;
}

/** Snapshots in a directory, the origin-private file system's by default; null where the browser has none. */
export function makeSnapshots(
  codec: SnapshotCodec,
  directory: () => Promise<FileSystemDirectoryHandle> = privateDirectory,
): Snapshots | null {
  if (directory === privateDirectory && !navigator.storage?.getDirectory) return null;

  /** The plan's snapshots with the time of each, newest first. */
  async function ring(handle: FileSystemDirectoryHandle, planId: string): Promise<[string, number][]> {
    const found: [string, number][] = [];
    const name = fileName(planId);
    for await (const file of handle.keys()) {
      const time = file.startsWith(`${name}.`)
        ? Number(file.slice(name.length + 1).split(".")[0])
        : Number.NaN;
      if (Number.isFinite(time)) found.push([file, time]);
    }
    return found.sort((a, b) => b[1] - a[1]);
  }

  return {
    async save(plan, now) {
      const bytes = await codec.encode(plan);
      const handle = await directory();
      const file = await handle.getFileHandle(`${fileName(plan.id)}.${now}.evenfield`, { create: true });
      const stream = await file.createWritable();
      await stream.write(bytes);
      await stream.close();
      for (const [old] of (await ring(handle, plan.id)).slice(RING)) await handle.removeEntry(old);
    },
    async newest(planId) {
      const handle = await directory();
      for (const [name, savedAt] of await ring(handle, planId)) {
        const file = await (await handle.getFileHandle(name)).getFile();
        const plan = await codec.decode(new Uint8Array(await file.arrayBuffer()));
        if (plan) return { plan, revisions: [], from: "snapshot", savedAt };
      }
      return null;
    },
    async remove(planId) {
      const handle = await directory();
      for (const [name] of await ring(handle, planId)) await handle.removeEntry(name);
    },
  };
}

async function privateDirectory(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle("snapshots", { create: true });
}

function fileName(planId: string): string {
  return encodeURIComponent(planId).replaceAll(".", "%2E");
}
