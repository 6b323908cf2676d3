import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PASTE_LIMITS, type ReadBlock } from "../../../../src/ui/grid/clipboard/cell-block";
import { packOwnCells, unpackOwnCells } from "../../../../src/ui/grid/clipboard/own-cells";
import { readDelimited } from "../../../../src/ui/grid/clipboard/read-delimited";
import { readHtmlTable } from "../../../../src/ui/grid/clipboard/read-html-table";
import { delimitedText, htmlTable } from "../../../../src/ui/grid/clipboard/write-block";

const texts = (lines: readonly (readonly string[])[]) =>
  lines.map((line) => line.map((text) => ({ text, isText: true })));

function finish(steps: Generator<number, ReadBlock>): ReadBlock {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const read = (text: string) => {
  const result = finish(readDelimited(text));
  return result.ok ? result.block.lines : result.message;
};
const table = (html: string) => {
  const result = readHtmlTable(html);
  return result.ok ? result.block.lines : result.message;
};

describe("text from a spreadsheet", () => {
  it("is cells by tabs and lines, the line end behind the last row being none", () => {
    expect(read("a\tb\r\nc\td\r\n")).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(read("a\nb\rc\r\nd")).toEqual([["a"], ["b"], ["c"], ["d"]]);
    expect(read("a\n\n")).toEqual([["a"], [""]]);
    expect(read("")).toEqual([[""]]);
    expect(read("\t\n")).toEqual([["", ""]]);
  });
  it("has cells with line ends, tabs and quotes", () => {
    expect(read('"two\nlines"\t"a\tb"\t"say ""hi"""\r\nnext')).toEqual([
      ["two\nlines", "a\tb", 'say "hi"'],
      ["next"],
    ]);
  });
  it("keeps quote marks that quote nothing", () => {
    expect(read('5" pipe\t"half\tb" x')).toEqual([['5" pipe', '"half', 'b" x']]);
    expect(read('"never closed\nnext')).toEqual([['"never closed'], ["next"]]);
    expect(read('"a"b\tc')).toEqual([['"a"b', "c"]]);
  });
  it("keeps lines of any length as they are", () => {
    expect(read("a\nb\tc\td\n\te")).toEqual([["a"], ["b", "c", "d"], ["", "e"]]);
  });
  it("goes through hostile quote marks no more than twice", () => {
    const million = '"'.repeat(1_000_000);
    const steps = readDelimited(`${million}\n${'"\t""\n'.repeat(100_000)}`);
    const first = finish(steps);
    expect(first.ok).toBe(true);
  });
  it("is refused past its limits, and says which", () => {
    expect(read("x".repeat(50 * 1024 * 1024))).toMatch(/^A cell of more than 1,048,576 characters/);
    expect(read("x\n".repeat(PASTE_LIMITS.rows + 1))).toMatch(/^More than 250,000 rows/);
    expect(read("\t".repeat(PASTE_LIMITS.columns))).toMatch(/^More than 1,000 columns/);
    expect(read(`${"\t".repeat(999)}\n`.repeat(4_001))).toMatch(/^More than 4,000,000 cells/);
  });
});

describe("copied cells", () => {
  it("are separated by tabs and quoted where they hold breaks, tabs or quotes", () => {
    const lines = [
      ["a", "b\nc"],
      ['d "e"', "f"],
    ];
    expect(delimitedText(texts(lines))).toBe('a\t"b\nc"\r\n"d ""e"""\tf');
  });
  it("are not run as formulas by the spreadsheet that takes them, not even behind a line end", () => {
    const risky = ["=1+1", "=cmd|'/c calc'!A1", "@SUM(A1)", "+1-555-0100", "-5", " =x", "＝1", "=1+1\nnote"];
    const written = delimitedText(texts([risky])).split("\t");
    expect(written.slice(0, 7)).toEqual(risky.slice(0, 7).map((text) => `'${text}`));
    expect(written[7]).toBe(`"'=1+1\nnote"`);
    expect(htmlTable(texts([["=1+1"]]))).toContain(">&#39;=1+1</td>");
  });
  it("stay numbers where they are numbers", () => {
    const numbers = ["-5", "-1,5", "-2e-7", "-3%"].map((text) => ({ text, isText: false }));
    expect(delimitedText([numbers])).toBe("-5\t-1,5\t-2e-7\t-3%");
  });
  it("are text on the page, never markup", () => {
    const html = htmlTable(texts([["<img src=x onerror=alert(1)>", `"&'`]]));
    expect(html).not.toContain("<img");
    expect(table(html)).toEqual([["<img src=x onerror=alert(1)>", `"&'`]]);
  });
  it("come back as they were, as text and as a page", () => {
    const cell = fc.string({ unit: "binary" });
    const lines = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(lines, (block) => {
        const plain = block.map((line) => line.map((text) => ({ text, isText: false })));
        expect(read(delimitedText(plain))).toEqual(block);
      }),
    );
    const visible = fc.stringMatching(/^[!-~]([ -~]*[!-~])?$|^$/).map((text) => text.replace(/ +/g, " "));
    fc.assert(
      fc.property(fc.array(visible, { minLength: 1 }), (line) => {
        expect(table(htmlTable([line.map((text) => ({ text, isText: false }))]))).toEqual([line]);
      }),
    );
  });
});

describe("a table of a page", () => {
  it("is cells by rows, whatever else stands around them", () => {
    expect(
      table(`<html><head><style>td{color:red}</style><title>x</title></head><body>before
        <!--StartFragment--><table border=0><colgroup><col width=64></colgroup>
        <tr><th>Name</th><th>Sum</th></tr>
        <TR><td class="a>b">A &amp; B<br>two</td><td align='right'> 1,200 </td></TR>
        </table><!--EndFragment-->behind</body></html>`),
    ).toEqual([
      ["Name", "Sum"],
      ["A & B\ntwo", "1,200"],
    ]);
  });
  it("runs nothing and knows no tag inside a text", () => {
    expect(
      table("<table><tr><td>a<script>alert('<td>x</td>')</script>b</td><td>&lt;td&gt;</td></tr></table>"),
    ).toEqual([["ab", "<td>"]]);
  });
  it("has blanks where cells span others", () => {
    expect(table("<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td>f</table>")).toEqual([
      ["a", "b", "", "c"],
      ["", "d", "e", "f"],
    ]);
  });
  it("stands for letters by number and by name", () => {
    expect(table("<table><td>&#233;&#xe9;&nbsp;x&unknown;&#0;</td></table>")).toEqual([
      ["éé\u00a0x&unknown;\ufffd"],
    ]);
    expect(table("<table><td>&nbsp;</td></table>")).toEqual([[""]]);
  });
  it("is refused where there is none, or a cell is too long", () => {
    expect(table("<p>nothing</p>")).toBe("There are no cells on the clipboard.");
    expect(table(`<table><td>${"x".repeat(50 * 1024 * 1024)}</td></table>`)).toMatch(/^A cell of more than/);
  });
  it("is read in one go, however it ends", () => {
    for (const end of ["<", "<!--", "<td a='", "&", "<script>"]) {
      expect(table(`<table><tr><td>a</td>${"<td> ".repeat(900)}${end}`)).toHaveLength(1);
    }
    expect(table(`<table><td>${"<b> </b>".repeat(100_000)}</td></table>`)).toEqual([[""]]);
  });
});

describe("exact values between sheets", () => {
  it("are read back", () => {
    const block = {
      lines: [
        [
          { value: 0.1 + 0.2, type: "percent" as const },
          { value: "007", type: "text" as const },
          { value: null, type: "date" as const },
        ],
      ],
    };
    expect(unpackOwnCells(packOwnCells(block))).toEqual({ width: 3, ...block });
  });
  it("are nothing where a page put something else there", () => {
    const bad = [
      "",
      "{",
      "null",
      "[]",
      '{"version":2,"types":[],"lines":[]}',
      '{"version":1,"types":["html"],"lines":[["x"]]}',
      '{"version":1,"types":["text"],"lines":[["x","y"]]}',
      '{"version":1,"types":["text"],"lines":[[{"a":1}]]}',
      '{"version":1,"types":["text"],"lines":7}',
    ];
    for (const text of bad) expect(unpackOwnCells(text)).toBeNull();
  });
});
