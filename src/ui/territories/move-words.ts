import type { StayingAccounts } from "../../model/metrics/move-effect";
import { numberFormat } from "../number-format";

/** What a move leaves where it is: "3 of 40 locked, stay"; a line each, none where all move. */
export function stayingWords(
  { locked, named, ineligible }: StayingAccounts,
  accounts: number,
  locale: string,
): string[] {
  const count = (value: number) => numberFormat(locale, {}).format(value);
  const line = (value: number, why: string) => {
    if (value === 0) return [];
    if (accounts === 1) return [`${why}, stays`];
    return [`${count(value)} of ${count(accounts)} ${why}, ${value === 1 ? "stays" : "stay"}`];
  };
  return [
    ...line(locked, "locked"),
    ...line(named, "named for a rep"),
    ...line(ineligible, "not eligible in this layer"),
  ];
}
