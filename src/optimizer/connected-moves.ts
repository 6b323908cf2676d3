import { staysWhole, touches } from "./contiguity";
import type { Plan } from "./plan";

/** Whether a block could reach a territory at all: it lies beside it, or the territory has nothing on that part of the map. */
export function canJoin(plan: Plan, block: number, territory: number): boolean {
  const { contiguity, of } = plan;
  if (!contiguity || contiguity.partOf[block]! < 0) return true;
  if (touches(contiguity, of, block, territory)) return true;
  return !holdsPart(plan, territory, contiguity.partOf[block]!);
}

function holdsPart({ contiguity, first, next }: Plan, territory: number, part: number): boolean {
  for (let block = first[territory]!; block >= 0; block = next[block]!) {
    if (contiguity!.partOf[block] === part) return true;
  }
  return false;
}

const MOVED: number[] = [];

/** Whether two territories both still hang together if a1 and a2 go from `a` to `b` and b1 and b2 back; −1 for none. */
export function keepsWhole(plan: Plan, a: number, b: number, a1: number, a2 = -1, b1 = -1, b2 = -1): boolean {
  const { contiguity, of, pieces } = plan;
  if (!contiguity) return true;
  MOVED.length = 0;
  if (a1 >= 0) MOVED.push(a1);
  if (a2 >= 0) MOVED.push(a2);
  const back = MOVED.length;
  if (b1 >= 0) MOVED.push(b1);
  if (b2 >= 0) MOVED.push(b2);
  for (let i = 0; i < MOVED.length; i++) of[MOVED[i]!] = i < back ? b : a;
  const whole =
    staysWhole(contiguity, plan, b, pieces[b]!, MOVED) && staysWhole(contiguity, plan, a, pieces[a]!, MOVED);
  for (let i = 0; i < MOVED.length; i++) of[MOVED[i]!] = i < back ? a : b;
  return whole;
}
