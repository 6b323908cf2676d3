import {
  type Alignment,
  ASSIGNMENT_ORIGINS,
  type Territory,
  type TerritoryGroup,
  UNASSIGNED_TERRITORY,
} from "../../model/alignment";
import { makeRecordId, makeRowIds, type Random } from "../../model/ids";
import { territoryColor } from "../../model/palette";
import { type Column, columnByRole, EMPTY_TABLE, type Table } from "../../model/table";
import { coloredByNeighbors } from "../../model/territory-neighbors";
import { TextDictionary } from "../../model/text-dictionary";
import { foldText } from "./fold-text";
import type { TerritorySource } from "./import-plan";

export interface ImportedAlignment {
  readonly alignment: Alignment;
  /** One row per owner, in order of appearance. */
  readonly reps: Table;
}

/** Number of a text column's value by account: 0 = blank, others from 1 in order of appearance; spelling variants share one. */
interface Values {
  readonly numberOf: Uint32Array;
  /** As first written; position 0 is the blank. */
  readonly names: readonly string[];
}

const MAX_TERRITORIES = 65_534;

/** The current alignment of a table of accounts, from its territory and owner columns, and the reps these name. */
export function makeAlignment(
  accounts: Table,
  source: TerritorySource,
  random: Random,
  ownerIds: Column | undefined,
): ImportedAlignment {
  const owners = valuesOf(columnByRole(accounts, "owner"), accounts.count);
  const areas = valuesOf(columnByRole(accounts, "territory"), accounts.count);
  const repIds = makeRowIds(owners.names.length - 1, random);
  const reps = repTable(owners, repIds, ownerIdTexts(ownerIds, owners));
  const coverage = (owner: number) => (owner === 0 ? [] : [{ rep: repIds[owner - 1]!, role: "primary" }]);

  const territories: Territory[] = [UNASSIGNED_TERRITORY];
  const groups: TerritoryGroup[] = [];
  const territoryOf = new Uint16Array(accounts.count);
  const add = (name: string, owner: number, group: string | null): number => {
    const slot = territories.length;
    if (slot > MAX_TERRITORIES) return 0;
    const color = territoryColor(slot);
    territories.push({ id: makeRecordId(random), name, color, group, coverage: coverage(owner), share: 1 });
    return slot;
  };

  if (source === "owner") {
    const slots = owners.names.map((name, owner) => (owner === 0 ? 0 : add(name, owner, null)));
    for (let account = 0; account < accounts.count; account++)
      territoryOf[account] = slots[owners.numberOf[account]!]!;
  } else if (source === "territory") {
    const main = mainOwners(areas, owners);
    const slots = areas.names.map((name, area) => (area === 0 ? 0 : add(name, main[area]!, null)));
    for (let account = 0; account < accounts.count; account++)
      territoryOf[account] = slots[areas.numberOf[account]!]!;
  } else if (source === "pairs") {
    const groupIds = areas.names.map((name, area) => {
      if (area === 0) return null;
      const id = makeRecordId(random);
      groups.push({ id, name, parent: null });
      return id;
    });
    const slotOfPair = new Map<number, number>();
    for (const [area, owner] of sortedPairs(areas, owners)) {
      const names = [area === 0 ? "" : areas.names[area]!, owner === 0 ? "no rep" : owners.names[owner]!];
      const name = names.filter((part) => part !== "").join(" – ");
      slotOfPair.set(area * owners.names.length + owner, add(name, owner, groupIds[area]!));
    }
    for (let account = 0; account < accounts.count; account++) {
      const pair = areas.numberOf[account]! * owners.names.length + owners.numberOf[account]!;
      territoryOf[account] = slotOfPair.get(pair) ?? 0;
    }
  }
  const alignment: Alignment = {
    territories: coloredByNeighbors(accounts, { territories, territoryOf }),
    groups,
    territoryOf,
    originOf: new Uint8Array(accounts.count).fill(ASSIGNMENT_ORIGINS.indexOf("imported")),
    locks: new Map(),
    locked: new Uint8Array(accounts.count),
    territoryOfUnit: new Uint16Array(0),
  };
  return { alignment, reps };
}

function valuesOf(column: Column | undefined, count: number): Values {
  const numberOf = new Uint32Array(count);
  const names = [""];
  if (column?.kind !== "text") return { numberOf, names };
  const numbers = new Map<string, number>();
  const numberByCode = new Int32Array(column.dictionary.size).fill(-1);
  for (let account = 0; account < count; account++) {
    const code = column.codes[account]!;
    let number = numberByCode[code]!;
    if (number < 0) {
      const text = column.dictionary.text(code);
      const folded = foldText(text);
      number = folded === "" ? 0 : (numbers.get(folded) ?? names.length);
      if (number === names.length) {
        names.push(text.trim());
        numbers.set(folded, number);
      }
      numberByCode[code] = number;
    }
    numberOf[account] = number;
  }
  return { numberOf, names };
}

/** The owner with most accounts of each area; 0 where it has none. */
function mainOwners(areas: Values, owners: Values): Uint32Array {
  const counts = new Map<number, number>();
  const main = new Uint32Array(areas.names.length);
  const most = new Uint32Array(areas.names.length);
  for (let account = 0; account < areas.numberOf.length; account++) {
    const owner = owners.numberOf[account]!;
    if (owner === 0) continue;
    const area = areas.numberOf[account]!;
    const pair = area * owners.names.length + owner;
    const count = (counts.get(pair) ?? 0) + 1;
    counts.set(pair, count);
    if (count > most[area]!) {
      most[area] = count;
      main[area] = owner;
    }
  }
  return main;
}

/** The pairs that occur, blank–blank left out, by area and then owner, so that slots of a group follow each other. */
function sortedPairs(areas: Values, owners: Values): [number, number][] {
  const pairs = new Set<number>();
  const size = owners.names.length;
  for (let account = 0; account < areas.numberOf.length; account++) {
    pairs.add(areas.numberOf[account]! * size + owners.numberOf[account]!);
  }
  pairs.delete(0);
  return [...pairs].sort((a, b) => a - b).map((pair) => [Math.floor(pair / size), pair % size]);
}

/** The CRM's id of each owner where the file has a column of ids beside the names. */
function ownerIdTexts(column: Column | undefined, owners: Values): string[] | null {
  if (column?.kind !== "text") return null;
  const ids = new Array<string>(owners.names.length).fill("");
  for (let account = 0; account < owners.numberOf.length; account++) {
    const owner = owners.numberOf[account]!;
    if (owner !== 0 && ids[owner] === "") ids[owner] = column.dictionary.text(column.codes[account]!);
  }
  return ids;
}

function repTable(owners: Values, ids: Float64Array, ownerIds: readonly string[] | null): Table {
  const names = owners.names.slice(1);
  if (names.length === 0) return EMPTY_TABLE;
  const columns = [textColumn("name", "Name", "name", names)];
  if (ownerIds) columns.push(textColumn("key", "Owner ID", "key", ownerIds.slice(1)));
  return { count: names.length, ids, deleted: null, columns };
}

function textColumn(key: string, header: string, role: "name" | "key", texts: readonly string[]): Column {
  const dictionary = new TextDictionary();
  const codes = Uint32Array.from(texts, (text) => dictionary.code(text));
  return {
    key,
    header,
    role,
    origin: "planner",
    source: null,
    kind: "text",
    type: "text",
    codes,
    dictionary,
  };
}
