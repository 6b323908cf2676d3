const PAST: Readonly<Record<string, string>> = {
  Add: "Added",
  Align: "Aligned",
  Archive: "Archived",
  Bring: "Brought",
  Change: "Changed",
  Choose: "Chose",
  Comment: "Commented",
  Clean: "Cleaned",
  Clear: "Cleared",
  Create: "Created",
  Delete: "Deleted",
  Edit: "Edited",
  Fill: "Filled",
  Give: "Gave",
  Grow: "Grew",
  Hand: "Handed",
  Hold: "Held",
  Import: "Imported",
  Locate: "Located",
  Lock: "Locked",
  Merge: "Merged",
  Move: "Moved",
  Name: "Named",
  Note: "Noted",
  Paint: "Painted",
  Paste: "Pasted",
  Put: "Put",
  Remove: "Removed",
  Rename: "Renamed",
  Replace: "Replaced",
  Reopen: "Reopened",
  Reply: "Replied",
  Resolve: "Resolved",
  Restore: "Restored",
  Route: "Routed",
  Split: "Split",
  Unassign: "Unassigned",
  Unlock: "Unlocked",
};

/** A patch's label as a message that it is done: "Move 12 accounts to East" → "Moved 12 accounts to East." */
export function doneText(label: string): string {
  const [verb = "", ...rest] = label.split(" ");
  const past = PAST[verb];
  return past ? `${[past, ...rest].join(" ")}.` : `Done: ${label}.`;
}
