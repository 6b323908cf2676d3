import { fitText } from "./fit-words";
import "./reps.css";

/** A fit as a number on a shade of its height; the shade says nothing that the number does not. */
export function FitChip(props: { fit: number; title?: string | undefined }) {
  return (
    <span class="fit-chip" style={{ "--fit": shadeOf(props.fit) }} title={props.title}>
      {fitText(props.fit)}
    </span>
  );
}

/** 0–1 for the shade behind a fit; 0 where it is not known. */
export function shadeOf(fit: number): string {
  return Number.isNaN(fit) ? "0" : (Math.max(0, Math.min(100, fit)) / 100).toFixed(3);
}
