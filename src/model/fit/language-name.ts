import { foldEntry } from "./text-list";

/** Languages that are known by more than one name, by ISO 639-1. */
const CODES =
  "ar bg bn ca cs da de el en es et fa fi fr ga he hi hr hu id is it ja ko lt lv ms nb nl no pa pl pt ro ru sk sl sr sv ta te th tl tr uk ur vi zh".split(
    " ",
  );

let codeByName: ReadonlyMap<string, string> | null = null;

/** One name for a language however it is written: "Spanish", "Español", "es" and "es-MX" are the same. Others stand for themselves, folded. */
export function languageKey(text: string): string {
  codeByName ??= namesOfLanguages();
  const folded = foldEntry(text);
  const [base = ""] = folded.split(/[-_(]/);
  return codeByName.get(folded) ?? codeByName.get(base.trim()) ?? folded;
}

function namesOfLanguages(): Map<string, string> {
  const names = new Map<string, string>();
  const english = new Intl.DisplayNames("en", { type: "language" });
  for (const code of CODES) {
    const own = new Intl.DisplayNames(code, { type: "language" });
    for (const name of [code, english.of(code), own.of(code)]) {
      if (name && !names.has(foldEntry(name))) names.set(foldEntry(name), code);
    }
  }
  return names;
}
