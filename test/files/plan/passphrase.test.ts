import { describe, expect, it } from "vitest";
import { openPlanFile } from "../../../src/files/plan/open-plan-file";
import { encryptPlanFile } from "../../../src/files/plan/passphrase";
import { writePlanFile } from "../../../src/files/plan/write-plan-file";
import { randomPlan } from "../../helpers/arbitrary-plan";

/** Low, so that the tests take no seconds. */
const WORK_FACTOR = 4;

const plain = writePlanFile({ plan: randomPlan(1), revisions: [] });

describe("a plan file with a passphrase", async () => {
  const encrypted = await encryptPlanFile(plain, "four words of plenty", WORK_FACTOR);

  it("opens with it", async () => {
    const result = await openPlanFile(new Blob([encrypted]), "four words of plenty");
    expect(result.status).toBe("ok");
  });

  it("asks for it", async () => {
    const result = await openPlanFile(new Blob([encrypted]));
    expect(result).toEqual({ status: "encrypted", message: "This plan file asks for a passphrase." });
  });

  it("says the same for a wrong passphrase and a changed file", async () => {
    const wrong = await openPlanFile(new Blob([encrypted]), "four words of plenti");
    const changed = encrypted.slice();
    changed[changed.length - 5]! ^= 1;
    expect(wrong.status).toBe("encrypted");
    expect(await openPlanFile(new Blob([changed]), "four words of plenty")).toEqual(wrong);
  });

  it("is refused if trying takes absurdly long", async () => {
    const header = new TextDecoder("latin1").decode(encrypted).replace(/(-> scrypt \S+) 4\n/, "$1 30\n");
    const costly = Uint8Array.from(header, (character) => character.charCodeAt(0));
    expect((await openPlanFile(new Blob([costly]), "four words of plenty")).status).toBe("too-large");
  });
});

it("opens a plain file whatever the passphrase", async () => {
  expect((await openPlanFile(new Blob([plain]), "any")).status).toBe("ok");
});
