/** A street map that stays on this device after the page is closed: one file in the origin-private file system. */
export interface StreetMapFiles {
  /** The file that is kept, or null. */
  kept(): Promise<File | null>;
  /** Copies a file, telling the part done (0–1); replaces the one before. */
  keep(file: File, progress: (part: number) => void): Promise<"kept" | "full" | "unsupported">;
  remove(): Promise<void>;
}

const FOLDER = "street-map";

/** Rejects only where the file system itself fails. */
export function openStreetMapFiles(): StreetMapFiles {
  return {
    kept: async () => {
      const folder = await folderHandle();
      if (!folder) return null;
      for await (const handle of folder.values()) {
        // A copy that was broken off has no end of its name.
        if (handle.kind === "file" && handle.name.endsWith(".pmtiles")) return handle.getFile();
      }
      return null;
    },
    keep: async (file, progress) => {
      const folder = await folderHandle(true);
      if (!folder) return "unsupported";
      await clear(folder);
      const handle = await folder.getFileHandle(nameOf(file), { create: true });
      if (!("createWritable" in handle)) {
        await clear(folder);
        return "unsupported";
      }
      try {
        await copy(file, await handle.createWritable(), progress);
        return "kept";
      } catch (error) {
        await clear(folder);
        if (error instanceof DOMException && error.name === "QuotaExceededError") return "full";
        throw error;
      }
    },
    remove: async () => {
      const folder = await folderHandle();
      if (folder) await clear(folder);
    },
  };
}

function nameOf({ name }: File): string {
  return name.toLowerCase().endsWith(".pmtiles") ? name : `${name}.pmtiles`;
}

async function copy(
  file: File,
  writable: FileSystemWritableFileStream,
  progress: (part: number) => void,
): Promise<void> {
  let done = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      done += chunk.byteLength;
      progress(file.size > 0 ? done / file.size : 1);
      controller.enqueue(chunk);
    },
  });
  await file.stream().pipeThrough(counted).pipeTo(writable);
}

async function clear(folder: FileSystemDirectoryHandle): Promise<void> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  for (const name of names) await folder.removeEntry(name);
}

/** null where the browser has no such file system, or no folder was made yet. */
async function folderHandle(create = false): Promise<FileSystemDirectoryHandle | null> {
  if (!navigator.storage?.getDirectory) return null;
  try {
    return await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create });
  } catch {
    return null;
  }
}
