import * as v from "valibot";
import type { MoveNote } from "../../model/planning/move-note";
import type { Publication } from "../../model/planning/publication";

const text = v.string();
const idText = v.pipe(text, v.minLength(1));
const number = v.pipe(v.number(), v.finite());

export const publicationFields: v.GenericSchema<unknown, Publication> = v.looseObject({
  id: idText,
  frozen: idText,
  source: idText,
  name: text,
  effective: v.pipe(number, v.integer()),
  publishedAt: number,
  author: text,
  note: text,
});

export const moveNoteFields: v.GenericSchema<unknown, MoveNote> = v.looseObject({ id: idText, text });
