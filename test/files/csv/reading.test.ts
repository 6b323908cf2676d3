import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/files/csv/decode-text";
import { detectDelimiter, readSepLine } from "../../../src/files/csv/delimiter";
import { foreignKind, foreignText } from "../../../src/files/csv/file-kind";
import { detectHeaderRow } from "../../../src/files/csv/header-row";
import { parseFirstRows, parseRows } from "../../../src/files/csv/parse-rows";
import { lineAt, scanQuotes } from "../../../src/files/csv/scan-quotes";

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
};

describe("encodings", () => {
  it("drops a byte order mark", () => expect(decodeText(bytes(0xef, 0xbb, 0xbf, 65)).text).toBe("A"));
  it("knows UTF-16 by its mark", () => {
    expect(decodeText(bytes(0xff, 0xfe, ...utf16("Zürich,1", true)))).toMatchObject({
      text: "Zürich,1",
      isGuess: false,
    });
    expect(decodeText(bytes(0xfe, 0xff, ...utf16("Zürich,1", false))).text).toBe("Zürich,1");
  });
  it("knows UTF-16 without a mark by its zeros", () => {
    expect(decodeText(utf16("Zürich,1,2,3", true))).toMatchObject({
      text: "Zürich,1,2,3",
      encoding: "utf-16le",
    });
    expect(decodeText(utf16("Zürich,1,2,3", false))).toMatchObject({
      text: "Zürich,1,2,3",
      encoding: "utf-16be",
    });
  });
  it("falls back to Windows-1252", () => {
    expect(decodeText(bytes(0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68))).toMatchObject({
      text: "Zürich",
      isGuess: true,
    });
  });
  it("knows Shift-JIS by its kana and kanji", () => {
    const tokyo = bytes(0x93, 0x8c, 0x8b, 0x9e, 0x2c, 0x83, 0x65, 0x83, 0x58, 0x83, 0x67);
    expect(decodeText(tokyo)).toMatchObject({ text: "東京,テスト", encoding: "shift_jis" });
  });
  it("keeps UTF-8 with a few broken bytes and counts them", () => {
    const broken = bytes(...utf8("é".repeat(50)), 0xff, 0x2c, 0xff);
    expect(decodeText(broken)).toMatchObject({ encoding: "utf-8", badCharacters: 2, isGuess: true });
  });
  it("lets the planner choose", () => {
    expect(decodeText(utf8("é"), "windows-1252").text).toBe("Ã©");
  });
});

describe("files that are no CSV", () => {
  it.each([
    [bytes(0x89, 0x50, 0x4e, 0x47, 13, 10), "PNG"],
    [utf8("%PDF-1.7"), "PDF"],
    [bytes(0x50, 0x4b, 3, 4, ...utf8("........xl/workbook.xml")), "Excel workbook"],
    [bytes(0x50, 0x4b, 3, 4, ...utf8("........plan.json")), "Evenfield plan"],
    [bytes(0x50, 0x4b, 3, 4, ...utf8("........a.txt")), "ZIP"],
    [bytes(0xd0, 0xcf, 0x11, 0xe0), "old Excel"],
  ])("%#: says what it looks like", (file, word) => expect(foreignKind(file)?.looksLike).toContain(word));
  it("knows a web page and JSON by their text", () => {
    expect(foreignText("\n<!DOCTYPE html><html>")?.looksLike).toContain("HTML");
    expect(foreignText('[{"id": 1}]')?.looksLike).toContain("JSON");
    expect(foreignText("id,name\n1,<b>")).toBeNull();
  });
});

describe("delimiters", () => {
  it.each([
    [",", "a,b,c\n1,2,3\n4,5,6\n"],
    [";", "id;x;y\n1;1,5;2,5\n2;3,5;4,5\n"],
    ["\t", "id\tname\n1\tA, B\n2\tC, D\n"],
    ["|", "1|A, Inc.|x\n2|B, Inc.|y\n"],
    ["^", "id^value\nA^1\nB^2\n"],
    ["\u001f", "id\u001fvalue\nA\u001f1\n"],
    [",", "only\n1\n"],
    [",", 'id,note\n1,"a;b;c"\n2,"d;e;f"\n'],
  ])("finds %j", (delimiter, text) => expect(detectDelimiter(text)).toBe(delimiter));
  it("obeys a sep= line", () => {
    expect(readSepLine("sep=;\r\na;b")).toEqual({ delimiter: ";", rest: "a;b" });
    expect(readSepLine("separator,b")).toBeNull();
  });
});

describe("rows", () => {
  const comma = { delimiter: ",", quotes: true };
  it.each([
    ["LF", "a,b\n1,2\n"],
    ["CRLF", "a,b\r\n1,2\r\n"],
    ["CR", "a,b\r1,2\r"],
    ["a mix", "a,b\r\n1,2\n"],
    ["a mix of all with none at the end", "a,b\r1,2"],
  ])("end in %s", (_, text) => {
    expect(parseFirstRows(text, comma, 10).slice(0, 2)).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });
  it("keep a line end within quotes, also where rows end in several ways", () => {
    expect(parseFirstRows('a,"x\r\ny"\n1,"z\rw"\r\n', comma, 2)).toEqual([
      ["a", "x\r\ny"],
      ["1", "z\rw"],
    ]);
  });
  it("take quote marks for ordinary characters if the planner says so", () => {
    expect(parseFirstRows('a,"b\n', { delimiter: ",", quotes: false }, 1)).toEqual([["a", '"b']]);
  });
  it("can be stopped", () => {
    let calls = 0;
    parseRows("a,b\n".repeat(1_000_000), comma, () => {
      calls++;
      return false;
    });
    expect(calls).toBe(1);
  });
});

describe("quote marks", () => {
  it("finds where a quote opens that never closes", () => {
    const text = `id,note\n1,"fine"\n2,"open\n${"3,x\n".repeat(1000)}`;
    const scan = scanQuotes(text, ",");
    expect(lineAt(text, scan.unclosedAt!)).toBe(3);
  });
  it("counts strays and leaves doubled ones alone", () => {
    expect(scanQuotes('a,5" pipe\nb,"say ""hi"""\n', ",")).toMatchObject({ strayCount: 1, unclosedAt: null });
    expect(scanQuotes('a,"12"x,\nb,"y"\n', ",").malformedAt).toBe(2);
  });
});

describe("the header row", () => {
  const known = (header: string) => header === "name";
  it("is the first row of a common table", () =>
    expect(
      detectHeaderRow(
        [
          ["id", "name"],
          ["1", "A"],
        ],
        known,
      ),
    ).toBe(0));
  it("is missing where the first row holds data", () => {
    expect(
      detectHeaderRow(
        [
          ["1", "Shop", "10.5"],
          ["2", "Store", "9"],
        ],
        known,
      ),
    ).toBeNull();
  });
  it("comes after titles", () => {
    const rows = [
      ["Accounts of 2024"],
      ["id", "name", "sales", "city"],
      ["1", "A", "2", "B"],
      ["2", "C", "3", "D"],
    ];
    expect(detectHeaderRow(rows, known)).toBe(1);
  });
});
