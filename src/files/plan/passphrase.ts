import { Refusal } from "./refusal";

const AGE_HEADER = "age-encryption.org/v1\n";

/** What the `age` tool uses: about a second and 256 MB to try one passphrase. */
const WORK_FACTOR = 18;
/** A file that asks for more would only keep the browser busy: each step doubles time and memory. */
const MAX_WORK_FACTOR = 18;

/** True for files of the age format (age-encryption.org/v1). */
export function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, AGE_HEADER.length)) === AGE_HEADER;
}

/** Encrypts a plan file, so that `age --decrypt` opens it too. */
export async function encryptPlanFile(
  bytes: Uint8Array,
  passphrase: string,
  workFactor = WORK_FACTOR,
): Promise<Uint8Array<ArrayBuffer>> {
  const { Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return (await encrypter.encrypt(bytes)) as Uint8Array<ArrayBuffer>;
}

/** The plan file inside an encrypted one. Throws a refusal, with the same message for a wrong passphrase and a tampered file. */
export async function decryptPlanFile(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  checkWorkFactor(bytes);
  const { Decrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(bytes);
  } catch {
    throw new Refusal(
      "encrypted",
      "This passphrase does not open the plan file. If you are sure of the passphrase, the file is damaged.",
    );
  }
}

/** Reads the one stanza that a passphrase makes: "-> scrypt <salt> <work factor>". */
function checkWorkFactor(bytes: Uint8Array): void {
  const text = new TextDecoder().decode(bytes.subarray(0, 200));
  const factor = /^age-encryption\.org\/v1\n-> scrypt [^ \n]+ (\d+)\n/.exec(text)?.[1];
  if (factor === undefined) {
    throw new Refusal(
      "encrypted",
      "This file is encrypted for a key, not with a passphrase. Decrypt it with the age tool.",
    );
  }
  if (Number(factor) > MAX_WORK_FACTOR) {
    throw new Refusal("too-large", "Trying a passphrase on this file would take longer than is sensible.");
  }
}
