import type { Locator, Page } from "playwright-core";

/** A path, or a file made here. */
export type TestFile = string | { readonly name: string; readonly text: string | Uint8Array };

/** Opens the import dialog and chooses the file; returns the dialog once the file is checked or refused. */
export async function chooseImport(page: Page, file: TestFile): Promise<Locator> {
  await page
    .getByRole("button", { name: /^Import/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: "Import accounts" });
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    dialog.getByRole("button", { name: "Choose a file" }).click(),
  ]);
  await chooser.setFiles(payload(file));
  await dialog.getByRole("button", { name: IMPORT_BUTTON }).or(dialog.getByRole("alert")).waitFor();
  return dialog;
}

/** The button that ends the check, with the number of accounts it would give. */
export const IMPORT_BUTTON = /^Import [\d,]+ accounts?$/;

/** Imports a file as it is proposed, and opens the plan. */
export async function importFile(page: Page, file: TestFile): Promise<void> {
  const dialog = await chooseImport(page, file);
  await dialog.getByRole("button", { name: IMPORT_BUTTON }).click();
  await dialog.getByRole("button", { name: "Open plan" }).click();
  await page.getByRole("grid", { name: "Accounts" }).waitFor();
}

/** Drops files on the page as from the desktop. */
export async function dropFiles(page: Page, files: readonly TestFile[]): Promise<void> {
  const payloads = files.map((file) => {
    const { name, buffer } = payload(file) as { name: string; buffer: Buffer };
    return { name, base64: buffer.toString("base64") };
  });
  const transfer = await page.evaluateHandle((dropped) => {
    const data = new DataTransfer();
    for (const { name, base64 } of dropped) {
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
    }
    return data;
  }, payloads);
  await page.dispatchEvent("body", "dragenter", { dataTransfer: transfer });
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}

function payload(file: TestFile) {
  if (typeof file === "string") return file;
  return { name: file.name, mimeType: "application/octet-stream", buffer: Buffer.from(file.text) };
}
