import { createMemo, mergeProps } from "solid-js";
import type { DataGridProps } from "./data-grid";
import { sameItems } from "./same-items";

/**
 * The same properties, of which those that hang on the plan are heard of only when they are others: every cell reads some of them, and the
 * plan is another with each edit.
 */
export function calmProps(props: DataGridProps): DataGridProps {
  const rowCount = createMemo(() => props.rowCount);
  const hidden = createMemo(() => props.hidden);
  const order = createMemo(() => props.order);
  const locale = createMemo(() => props.locale);
  const readOnly = createMemo(() => props.readOnly);
  const columns = createMemo(() => props.columns, props.columns, { equals: sameItems });
  const edit = createMemo(() => props.edit);
  const views = createMemo(() => props.views);
  const comments = createMemo(() => props.comments);
  return mergeProps(props, {
    get rowCount() {
      return rowCount();
    },
    get hidden() {
      return hidden();
    },
    get order() {
      return order();
    },
    get locale() {
      return locale();
    },
    get readOnly() {
      return readOnly();
    },
    get columns() {
      return columns();
    },
    get edit() {
      return edit();
    },
    get views() {
      return views();
    },
    get comments() {
      return comments();
    },
  }) as DataGridProps;
}
