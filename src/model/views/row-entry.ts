/** Entries from here on are headers of groups: the number of the group follows. Row numbers lie below. */
const GROUP_BASE = 0x8000_0000;

/** What stands at a position of a sheet that is grouped: a row number, or the header of a group. */
export function isGroupEntry(entry: number): boolean {
  return entry >= GROUP_BASE;
}

export function groupEntry(group: number): number {
  return GROUP_BASE + group;
}

/** The group of an entry that is a header. */
export function groupOf(entry: number): number {
  return entry - GROUP_BASE;
}
