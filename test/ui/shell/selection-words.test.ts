import { describe, expect, it } from "vitest";
import type { SelectionSums } from "../../../src/model/views/selection-sums";
import { figureText, figureToCopy, mixedWords } from "../../../src/ui/shell/selection-words";

const US = { locale: "en-US", currency: "USD", distanceUnit: "mi", timeZone: "UTC" } as const;
const GERMANY = { ...US, locale: "de-DE", currency: "EUR" } as const;

const sums = (...numbers: SelectionSums["numbers"]): SelectionSums => ({ cells: 9, filled: 1234, numbers });
const money = { type: "currency", count: 3, sum: 1000.5, least: -2, greatest: 900 } as const;
const plain = { type: "number", count: 3, sum: 10, least: 1, greatest: 5 } as const;
const days = { type: "date", count: 2, sum: 39_999, least: 19_999, greatest: 20_000 } as const;

describe("figures of selected cells", () => {
  it("are money where the cells are", () => {
    expect(figureText("sum", sums(money), US)).toBe("$1,000.50");
    expect(figureText("sum", sums(money), GERMANY)).toBe("1.000,50\u00a0€");
    expect(figureText("least", sums(money), US)).toBe("-$2");
    expect(figureText("average", sums(money), US)).toBe("$333.50");
  });

  it("are means without a tail of decimals", () => {
    expect(figureText("average", sums(plain), US)).toBe("3.33");
    expect(figureToCopy("average", sums(plain), US)).toBe(String(10 / 3));
  });

  it("are the first and the last of dates, which have no sum", () => {
    expect(figureText("least", sums(days), US)).toBe("Oct 3, 2024");
    expect(figureText("greatest", sums(days), US)).toBe("Oct 4, 2024");
    expect(figureText("sum", sums(days), US)).toBeNull();
    expect(figureText("average", sums(days), US)).toBeNull();
  });

  it("stand side by side for several types, and say so", () => {
    const mixed = sums(money, plain, days);
    expect(figureText("sum", mixed, US)).toBe("$1,000.50 · 10");
    expect(figureToCopy("sum", mixed, GERMANY)).toBe("1000,5\n10");
    expect(mixedWords(mixed)).toBe("mixed: money, numbers, dates");
    expect(mixedWords(sums(money))).toBeNull();
  });

  it("count cells that are filled, and numbers of every type", () => {
    expect(figureText("count", sums(money, days), US)).toBe("1,234");
    expect(figureText("numbers", sums(money, days), US)).toBe("5");
    expect(figureText("sum", sums(), US)).toBeNull();
  });
});
