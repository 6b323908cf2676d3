import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { deflateSync, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { writeArchive } from "../../../src/files/plan/archive";
import { sealArchive } from "../../../src/files/plan/archive-seal";
import { canonicalJson } from "../../../src/files/plan/canonical-json";
import { FORMAT_VERSION, type PlanFileResult } from "../../../src/files/plan/plan-file";
import { readArchive } from "../../../src/files/plan/read-archive";
import { readPlanFile } from "../../../src/files/plan/read-plan-file";
import { writePlanFile } from "../../../src/files/plan/write-plan-file";
import { crc32 } from "../../../src/model/crc32";
import { NO_PLANNING } from "../../../src/model/planning/planning-records";
import { randomPlan } from "../../helpers/arbitrary-plan";
import { randomHistory } from "../../helpers/random-revisions";

const file = writePlanFile(randomHistory(randomPlan(3, 60), 3, 8));

/** The file with members changed and all digests made right again, as somebody who means harm would. */
function forged(
  change: (members: Map<string, Uint8Array>, envelope: Record<string, unknown>) => void,
): PlanFileResult {
  const members = new Map<string, Uint8Array>(readArchive(file));
  const envelope = JSON.parse(text(members.get("plan.json")!)) as Record<string, unknown>;
  members.delete("plan.json");
  change(members, envelope);
  envelope.members = [...members].map(([name, bytes]) => ({
    name,
    size: bytes.length,
    sha256: bytesToHex(sha256(bytes)),
  }));
  return readPlanFile(writeArchive(new Map([["plan.json", canonicalJson(envelope)], ...members])));
}

function text(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** Rewrites a member as text. */
function rewrite(members: Map<string, Uint8Array>, name: string, edit: (content: string) => string): void {
  const before = text(members.get(name)!);
  const after = edit(before);
  expect(after).not.toBe(before);
  members.set(name, new TextEncoder().encode(after));
}

function memberNamed(members: ReadonlyMap<string, Uint8Array>, pattern: RegExp): string {
  return [...members.keys()].find((name) => pattern.test(name))!;
}

function message(result: PlanFileResult): string {
  return result.status === "ok" ? "ok" : `${result.status}: ${result.message}`;
}

describe("a damaged plan file", () => {
  it("is noticed with any single bit flipped", () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(7), (at, bit) => {
        const flipped = file.slice();
        flipped[at]! ^= 1 << bit;
        expect(readPlanFile(flipped).status).not.toBe("ok");
      }),
      { numRuns: 400 },
    );
  });

  it("is noticed with any bit of its head, its directory and its seal flipped", () => {
    const ends = [...Array(120).keys(), ...Array.from({ length: 300 }, (_, i) => file.length - 300 + i)];
    for (const at of ends) {
      for (let bit = 0; bit < 8; bit++) {
        const flipped = file.slice();
        flipped[at]! ^= 1 << bit;
        expect(readPlanFile(flipped).status, `bit ${bit} of byte ${at}`).not.toBe("ok");
      }
    }
  });

  it("is noticed cut off anywhere, and says that it is damaged", () => {
    for (let end = 0; end < file.length; end += 1024) {
      const { status } = readPlanFile(file.subarray(0, end));
      expect(status).toBe(end === 0 ? "not-a-plan" : "damaged");
    }
    expect(readPlanFile(file.subarray(0, file.length - 1)).status).toBe("damaged");
  });

  it("opens whole, and with other ZIP programs", () => {
    expect(readPlanFile(file).status).toBe("ok");
    const members = unzipSync(file);
    expect(Object.keys(members)[0]).toBe("plan.json");
    expect(text(members["accounts.csv"]!)).toMatch(/^\ufeffEvenfield id,/);
  });
});

describe("a file that is no plan", () => {
  it.each([
    ["an empty file", new Uint8Array(0)],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
    ["text", new TextEncoder().encode("Account ID,Name\r\n1,Acme\r\n".repeat(40))],
    ["another ZIP", writeArchive(new Map([["word/document.xml", new Uint8Array(9)]]))],
  ])("is called so: %s", (_name, bytes) => {
    expect(readPlanFile(bytes).status).toBe("not-a-plan");
  });
});

describe("a forged plan file", () => {
  it("of a newer version is told from a damaged one", () => {
    const result = forged((_members, envelope) => {
      envelope.leastReader = FORMAT_VERSION + 1;
      envelope.measures = "a shape of the future";
    });
    expect(message(result)).toMatch(/^too-new: This plan was made by a newer version/);
  });

  it("of a version without planning records opens without any", () => {
    const result = forged((_members, envelope) => {
      envelope.version = 1;
      envelope.leastReader = 1;
      delete envelope.planning;
    });
    if (result.status !== "ok") throw new Error(result.message);
    expect(result.plan.planning).toEqual(NO_PLANNING);
  });

  it("keeps collections of planning records that this version does not know", () => {
    const result = forged((_members, envelope) => {
      (envelope.planning as Record<string, unknown>).seasons = [{ id: "s1" }];
    });
    if (result.status !== "ok") throw new Error(result.message);
    expect(readPlanFile(writePlanFile(result))).toMatchObject({
      plan: { planning: { seasons: [{ id: "s1" }] } },
    });
  });

  it("of a newer version that this one can read keeps what is unknown", () => {
    const result = forged((members, envelope) => {
      envelope.version = FORMAT_VERSION + 1;
      envelope.segments = [{ id: "s1" }];
      (envelope.measures as Record<string, unknown>[])[0]!.seasonal = true;
      members.set("routes.json", canonicalJson([1]));
      members.set("comments.json", canonicalJson([{ text: "hm" }]));
    });
    if (result.status !== "ok") throw new Error(result.message);
    const again = readArchive(writePlanFile(result));
    expect(text(again.get("routes.json")!)).toBe(text(canonicalJson([1])));
    expect(text(again.get("comments.json")!)).toBe(text(canonicalJson([{ text: "hm" }])));
    const envelope = JSON.parse(text(again.get("plan.json")!));
    expect(envelope.segments).toEqual([{ id: "s1" }]);
    expect(envelope.measures[0].seasonal).toBe(true);
  });

  it("with a territory that is not there is refused", () => {
    const result = forged((members) =>
      rewrite(members, memberNamed(members, /^scenarios\/.*csv$/), (csv) =>
        csv.replace(/account,(\w{11}),[^,]+,/, "account,$1,nowhere,"),
      ),
    );
    expect(message(result)).toMatch(/^damaged: .*names the territory "nowhere"/);
  });

  it("with groups in a circle is refused", () => {
    const result = forged((members) =>
      rewrite(members, memberNamed(members, /^scenarios\/.*json$/), (json) => {
        const alignment = JSON.parse(json);
        alignment.groups[0].parent = alignment.groups[1].id;
        return JSON.stringify(alignment);
      }),
    );
    expect(message(result)).toMatch(/^damaged: .*lies within itself/);
  });

  it("with a count that disagrees is refused", () => {
    const result = forged((_members, envelope) => {
      (envelope.tables as { accounts: { count: number } }).accounts.count++;
    });
    expect(message(result)).toMatch(/^damaged: .*"accounts.csv"/);
  });

  it("with a row id twice is refused", () => {
    const result = forged((members) =>
      rewrite(members, "reps.csv", (csv) => {
        const [header, first, , ...rest] = csv.split("\r\n");
        return [header, first, first, ...rest].join("\r\n");
      }),
    );
    expect(result.status).toBe("damaged");
  });

  it("nested too deep is refused before it is parsed", () => {
    const result = forged((members) => {
      members.set("history.json", new TextEncoder().encode("[".repeat(100_000) + "]".repeat(100_000)));
    });
    expect(message(result)).toMatch(/^damaged: .*nested more than/);
  });

  it("cannot change what all objects inherit", () => {
    forged((members) =>
      rewrite(members, memberNamed(members, /^scenarios\/.*json$/), (json) =>
        json.replace(
          '"groups"',
          '"__proto__": {"polluted": true}, "\\u005f_proto__": {"polluted": true}, "groups"',
        ),
      ),
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("without a member, or with one too many, is refused", () => {
    const members = new Map<string, Uint8Array>(readArchive(file));
    members.delete("units.csv");
    expect(message(readPlanFile(writeArchive(members)))).toMatch(/^damaged/);
    members.set("units.csv", new Uint8Array(2)).set("more.txt", new Uint8Array(2));
    expect(readPlanFile(writeArchive(members)).status).toBe("damaged");
  });
});

describe("an archive that means harm", () => {
  const zeros = new Uint8Array(3 * 2 ** 20);

  /** A sealed archive of one deflated member, with its headers changed. */
  function archive(options: { name?: string; size?: number; flag?: number; body?: Uint8Array }): Uint8Array {
    const honest = writeArchive(
      new Map([[options.name ?? "plan.json", new Uint8Array(5000).map((_, i) => i % 7)]]),
    );
    const bare = honest.slice(0, honest.length - 81);
    const view = new DataView(bare.buffer);
    const directoryAt = view.getUint32(bare.length - 22 + 16, true);
    view.setUint16(bare.length - 2, 0, true);
    if (options.size !== undefined) {
      view.setUint32(22, options.size, true);
      view.setUint32(directoryAt + 24, options.size, true);
    }
    if (options.flag) view.setUint16(directoryAt + 8, options.flag, true);
    return sealArchive(bare);
  }

  it("is refused when a member would grow too much", () => {
    const result = readPlanFile(archive({ size: 900 * 2 ** 20 }));
    expect(message(result)).toMatch(/^too-large: .*times its size/);
  });

  it("is refused when a member is larger or smaller than it says", () => {
    expect(message(readPlanFile(archive({ size: 100 })))).toMatch(/larger than it says/);
    expect(message(readPlanFile(archive({ size: 9000 })))).toMatch(/smaller than it says/);
  });

  it("is refused when a member is encrypted", () => {
    expect(message(readPlanFile(archive({ flag: 1 })))).toMatch(/^damaged: .*encrypted/);
  });

  it.each(["../plan.json", "/etc/passwd", "a//b", "a\\b", "C:x", "."])(
    "is refused with the name %s",
    (name) => {
      expect(message(readPlanFile(archive({ name })))).toMatch(/unsafe name/);
    },
  );

  it("never comes from us: members that deflate like a bomb are stored as they are", () => {
    expect(deflateSync(zeros).length * 100).toBeLessThan(zeros.length);
    const members = readArchive(writeArchive(new Map([["plan.json", zeros]])));
    expect(crc32(members.get("plan.json")!)).toBe(crc32(zeros));
  });
});
