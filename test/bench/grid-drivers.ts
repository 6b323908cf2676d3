import type { Page } from "playwright-core";

/** How the bench drives one of the grids: scripts that run in its page. */
export interface GridDriver {
  /** The page that it is built from. */
  readonly page: string;
  /** Selectors of what scrolls down and across, and of a cell that shows when it has been drawn. */
  readonly scroller: string;
  readonly sideways: string;
  readonly firstCell: string;
  readonly sort: (header: string, direction: "asc" | "desc" | null) => string;
  readonly filter: (text: string) => string;
  /** Moves the first accounts into the territory with this number. */
  readonly reassign: (count: number, territory: number) => string;
  /** Makes ready what grouping by Territory takes, up to the script that does it; absent where grouping is not to be had. */
  readonly group?: (page: Page) => Promise<string>;
  /** Sets a cell that no figure reads, through the program; the ms of script that it costs until it is drawn. */
  readonly editCell: (page: Page, text: string) => Promise<number>;
  /** The same typed into the editor over the cell, which closes; absent where it is not tried. */
  readonly pressEnter?: (page: Page, text: string) => Promise<number>;
}

/** The sheet of accounts on a page of its own. A click on a header sorts up, then down, then no longer. */
export const OURS: GridDriver = {
  page: "test/ui/grid/harness/index.html",
  scroller: ".grid",
  sideways: ".grid",
  firstCell: ".grid-row .grid-cell",
  sort: (header) => `document.querySelector('.grid-head-label[title="${header}"]').click()`,
  filter: (text) => `{
    const input = document.querySelector(".grid-quick-input");
    input.value = ${JSON.stringify(text)};
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }`,
  reassign: (count, territory) => `reassign(${count}, ${territory})`,
  group: async (page) => {
    await page.getByRole("button", { name: "Group by…" }).click();
    await page.getByRole("combobox", { name: "Group by" }).fill("Territory");
    await page.getByRole("option", { name: "Territory", exact: true }).waitFor();
    return 'document.querySelector(".group-popover [role=option]").click()';
  },
  editCell: (page, text) =>
    page.evaluate((value) => {
      const { writeCell } = window as unknown as {
        writeCell: (row: number, column: string, text: string) => void;
      };
      const started = performance.now();
      writeCell(2, "city", value);
      return performance.now() - started;
    }, text),
  pressEnter: async (page, text) => {
    await page.locator('.grid-row[data-position="2"] [data-column="city"]').dblclick();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(text);
    return page.evaluate(() => {
      const started = performance.now();
      document
        .querySelector(".cell-editor-input")!
        .dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
      return performance.now() - started;
    });
  },
};

/** ag-grid-community through its own interface, the fast way that its documentation names. */
export const PEER: GridDriver = {
  page: "test/bench/pages/peer-grid.html",
  scroller: ".ag-grid-viewport",
  sideways: ".ag-grid-viewport",
  firstCell: ".ag-row .ag-cell",
  sort: (header, direction) => `peer.sort(${JSON.stringify(header)}, ${JSON.stringify(direction)})`,
  filter: (text) => `peer.filter(${JSON.stringify(text)})`,
  reassign: (count, territory) => `peer.reassign(${count}, "Territory ${territory}")`,
  editCell: (page, text) =>
    page.evaluate((value) => {
      const started = performance.now();
      window.peer.edit(2, value);
      return performance.now() - started;
    }, text),
};
