import { decryptPlanFile, isEncrypted } from "./passphrase";
import type { PlanFileProgress, PlanFileResult } from "./plan-file";
import { MAX_FILE_BYTES } from "./read-archive";
import { readPlanFile } from "./read-plan-file";
import { Refusal } from "./refusal";

/** Reads a plan file, with a passphrase if it has one; never throws. Too large a file is refused unread. */
export async function openPlanFile(
  file: Blob,
  passphrase?: string,
  onProgress?: PlanFileProgress,
): Promise<PlanFileResult> {
  if (file.size > MAX_FILE_BYTES) {
    const megabytes = Math.round(file.size / 2 ** 20);
    return { status: "too-large", message: `This file is too large to open: it has ${megabytes} MB.` };
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { status: "damaged", message: "This file cannot be read. It may have been moved or changed." };
  }
  if (!isEncrypted(bytes)) return readPlanFile(bytes, onProgress);
  if (!passphrase) return { status: "encrypted", message: "This plan file asks for a passphrase." };
  try {
    return readPlanFile(await decryptPlanFile(bytes, passphrase), onProgress);
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, message: error.message };
    return { status: "damaged", message: "This plan file is damaged. Nothing was opened." };
  }
}
