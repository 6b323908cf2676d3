import { onMount } from "solid-js";

/**
 * As a `ref`: takes the focus when the element appears, if it was lost with what stood there before. Keeps keyboard and
 * screen reader in a dialog whose content is replaced step by step.
 */
export function catchFocus(element: HTMLElement): void {
  onMount(() => takeLostFocus(element));
}

/** Gives the element the focus if nothing on the page has it. */
export function takeLostFocus(element: HTMLElement): void {
  const { activeElement, body } = document;
  if (!activeElement || activeElement === body) element.focus({ preventScroll: true });
}
