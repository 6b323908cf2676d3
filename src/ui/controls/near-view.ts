import { type Accessor, createSignal, onCleanup } from "solid-js";

/** How far outside of the window an element counts as near. */
const MARGIN = "600px 0px";

/** Tells which elements are near what is seen, for rows whose contents cost too much to keep alive out of sight. */
export function createNearView() {
  const listeners = new WeakMap<Element, (near: boolean) => void>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) listeners.get(entry.target)?.(entry.isIntersecting);
    },
    { rootMargin: MARGIN },
  );
  onCleanup(() => observer.disconnect());
  return {
    /** Follows an element for as long as the owner lives. */
    follow(element: Element): Accessor<boolean> {
      const [near, setNear] = createSignal(false);
      listeners.set(element, setNear);
      observer.observe(element);
      onCleanup(() => observer.unobserve(element));
      return near;
    },
  };
}

export type NearView = ReturnType<typeof createNearView>;
