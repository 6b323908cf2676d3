// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point.
const CONTROLS = /[\u0000-\u0008\u000e-\u001b\u007f]/g;

/** Whether a text has a control character that no table should hold, such as NUL. Tabs and line ends are none. */
export function hasControls(text: string): boolean {
  return text.search(CONTROLS) >= 0;
}

/** Number of such characters, the delimiter left out. */
export function countControls(text: string, delimiter: string): number {
  let count = 0;
  CONTROLS.lastIndex = 0;
  for (let match = CONTROLS.exec(text); match; match = CONTROLS.exec(text)) {
    if (match[0] !== delimiter) count++;
  }
  return count;
}
