const PAST: Readonly<Record<string, string>> = {
  Add: "Added",
  Archive: "Archived",
  Bring: "Brought",
  Change: "Changed",
  Comment: "Commented",
  Clear: "Cleared",
  Create: "Created",
  Delete: "Deleted",
  Edit: "Edited",
  Fill: "Filled",
  Hand: "Handed",
  Hold: "Held",
  Locate: "Located",
  Lock: "Locked",
  Merge: "Merged",
  Move: "Moved",
  Name: "Named",
  Paste: "Pasted",
  Remove: "Removed",
  Rename: "Renamed",
  Replace: "Replaced",
  Reopen: "Reopened",
  Reply: "Replied",
  Resolve: "Resolved",
  Restore: "Restored",
  Route: "Routed",
  Unassign: "Unassigned",
  Unlock: "Unlocked",
};

/** A patch's label as a message that it is done: "Move 12 accounts to East" → "Moved 12 accounts to East." */
export function doneText(label: string): string {
  const [verb = "", ...rest] = label.split(" ");
  const past = PAST[verb];
  return past ? `${[past, ...rest].join(" ")}.` : `Done: ${label}.`;
}
