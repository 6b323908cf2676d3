import { type Accessor, createSignal } from "solid-js";
import type { RowGroups } from "../../../model/views/group-rows";

interface Opened {
  /** Levels of groups that are open from the outermost on. */
  readonly depth: number;
  /** Paths of the groups that are the other way round. */
  readonly turned: ReadonlySet<string>;
}

/** Which groups are open. It outlives the groups themselves: they are known again by what they hold, whatever their number is then. */
export interface OpenGroups {
  readonly isOpen: (group: number) => boolean;
  readonly set: (group: number, open: boolean) => void;
  readonly setLevel: (level: number, open: boolean) => void;
  readonly setAll: (open: boolean) => void;
}

/** `idOf` tells a group from those beside it. */
export function createOpenGroups(
  groups: Accessor<RowGroups | null>,
  idOf: (group: number) => string,
): OpenGroups {
  const [opened, setOpened] = createSignal<Opened>({ depth: 0, turned: new Set() });
  const pathOf = (group: number): string => {
    const parent = groups()?.parent[group] ?? -1;
    const id = JSON.stringify(idOf(group));
    return parent < 0 ? id : `${pathOf(parent)}/${id}`;
  };
  const isOpen = (group: number): boolean => {
    const { depth, turned } = opened();
    const byLevel = (groups()?.level[group] ?? 0) < depth;
    return turned.size === 0 ? byLevel : byLevel !== turned.has(pathOf(group));
  };
  return {
    isOpen,
    set: (group, open) => {
      if (isOpen(group) === open) return;
      const path = pathOf(group);
      const turned = new Set(opened().turned);
      if (!turned.delete(path)) turned.add(path);
      setOpened({ depth: opened().depth, turned });
    },
    setLevel: (level, open) => setOpened({ depth: open ? level + 1 : level, turned: new Set() }),
    setAll: (open) => setOpened({ depth: open ? Number.POSITIVE_INFINITY : 0, turned: new Set() }),
  };
}
