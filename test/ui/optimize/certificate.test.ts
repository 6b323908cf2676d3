import { describe, expect, it } from "vitest";
import { certificatesOf, exactCertificate, gapText } from "../../../src/ui/optimize/certificate";

const headlines = (bounds: Parameters<typeof certificatesOf>[0]) =>
  certificatesOf(bounds).map(({ headline }) => headline);

describe("the certificate", () => {
  it("says how near the best possible a plan is", () => {
    expect(headlines([{ kind: "fixed-centers", gap: 0.0078 }])).toEqual([
      "Within 0.8 % of the best possible under these rules",
    ]);
  });

  it("says nothing while nothing is proven", () => {
    expect(headlines([{ kind: "free-centers", gap: null }])).toEqual([]);
  });

  it("never claims a plan better than it is proven", () => {
    expect(gapText(0.00801)).toBe("0.9 %");
    expect(gapText(0.008)).toBe("0.8 %");
    expect(gapText(0.0003)).toBe("0.03 %");
    expect(gapText(0.201)).toBe("21 %");
  });

  it("keeps what speaks of plans with these centers only where it proves more", () => {
    const listed = { kind: "listed-centers", gap: 0.01 } as const;
    expect(headlines([{ kind: "free-centers", gap: 0.05 }, listed])).toEqual([
      "Within 1.0 % of the best plan with these centers",
      "Within 5.0 % of the best possible under these rules",
    ]);
    expect(headlines([{ kind: "free-centers", gap: 0.005 }, listed])).toEqual([
      "Within 0.5 % of the best possible under these rules",
    ]);
  });

  it("owns that a bound far away says nothing", () => {
    const none = "No useful bound is known yet";
    expect(headlines([{ kind: "free-centers", gap: 1.42 }])).toEqual([none]);
    expect(
      headlines([
        { kind: "free-centers", gap: 1.42 },
        { kind: "listed-centers", gap: 0.9 },
      ]),
    ).toEqual([none]);
    expect(
      headlines([
        { kind: "free-centers", gap: 1.42 },
        { kind: "listed-centers", gap: 0.4 },
      ]),
    ).toEqual(["Within 40 % of the best plan with these centers", none]);
    const outcome = { proven: false, bound: 10, gap: 0.6, seconds: 3, scope: "all-plans" } as const;
    expect(exactCertificate(outcome)?.headline).toBe(none);
  });

  it("calls a plan the best where an exact attempt has proven it", () => {
    const outcome = { proven: true, bound: 10, gap: 0, seconds: 3 };
    expect(exactCertificate({ ...outcome, scope: "all-plans" })?.headline).toBe(
      "The best possible under these rules",
    );
    expect(exactCertificate({ ...outcome, scope: "listed-centers" })?.headline).toMatch(/these centers/);
  });
});
