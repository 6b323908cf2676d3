import { describe, expect, it } from "vitest";
import { movePicture, moveStyles } from "../../../src/ui/map/move-style";
import { packColor } from "../../../src/ui/map/point-sprite";

const gray = { red: 128, green: 128, blue: 128 };
const red = { red: 200, green: 0, blue: 0 };
const blue = { red: 0, green: 0, blue: 200 };
const theme = { land: gray, ring: gray, selection: blue, unassigned: gray };
const styles = (now: number[], proposed: number[], selected: number[] = []) =>
  moveStyles(now.length, Uint16Array.from(now), Uint16Array.from(proposed), Uint8Array.from(selected));
const ringOf = (style: number) => movePicture(style, [gray, red], theme, 4, 1)?.body;

describe("the rings around accounts that would move", () => {
  it("are drawn for no account that stays", () => {
    const [stays, moves] = styles([1, 1], [1, 2]);
    expect(ringOf(stays!)).toBeUndefined();
    expect(ringOf(moves!)).toBeDefined();
  });

  it("are drawn for no account that nobody has, though it counts as moved", () => {
    const [moves] = styles([0], [2]);
    expect(moves).not.toBe(0);
    expect(ringOf(moves!)).toBeUndefined();
  });

  it("have the color of the territory that the account leaves, and leave its point free", () => {
    const ring = ringOf(styles([1], [2])[0]!)!;
    expect([...ring.colors]).toContain(packColor(red));
    const isMiddle = (i: number) => Math.hypot(ring.dx[i]!, ring.dy[i]!) <= 4;
    expect([...ring.colors.keys()].some(isMiddle)).toBe(false);
  });

  it("are ringed again where the account is selected", () => {
    const [selected, other] = styles([1, 1], [2, 2], [1]);
    expect([...ringOf(selected!)!.colors]).toContain(packColor(blue));
    expect([...ringOf(other!)!.colors]).not.toContain(packColor(blue));
  });
});
