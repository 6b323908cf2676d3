import { Dialog } from "@kobalte/core/dialog";
import X from "lucide-solid/icons/x";
import { children, type JSX, Show } from "solid-js";
import "./modal.css";
import { returnFocus } from "./return-focus";

const FOCUSABLE =
  "button:not(:disabled), [href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled)";

/**
 * A dialog over the page. Esc and a click beside it close it unless `keepOpen`. The element with `autofocus` in it, else the
 * first that can, takes the focus, which returns to where it was.
 */
export function Modal(props: {
  open: boolean;
  title: string;
  /** A sentence under the title. */
  description?: JSX.Element;
  size?: "small" | "medium" | "large";
  /** Ignores Esc and clicks beside it, while work that must not be lost is under way. */
  keepOpen?: boolean;
  onClose: () => void;
  footer?: JSX.Element;
  children: JSX.Element;
}) {
  let content: HTMLElement | undefined;
  let before: Element | null = null;
  const focusFirst = (event: Event) => {
    // at once: a focus that moves a moment later takes a key that was meant for something else
    event.preventDefault();
    // something in the dialog has caught a lost focus already
    if (content?.contains(document.activeElement)) return;
    before = document.activeElement;
    const wanted =
      content?.querySelector<HTMLElement>("[autofocus]") ?? content?.querySelector<HTMLElement>(FOCUSABLE);
    wanted?.focus({ preventScroll: true });
  };
  const keep = (event: Event) => {
    if (props.keepOpen) event.preventDefault();
  };
  return (
    <Dialog open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay class="modal-overlay" />
        <div class="modal-positioner">
          <Dialog.Content
            ref={(element: HTMLElement) => {
              content = element;
            }}
            class={`modal modal-${props.size ?? "medium"}`}
            onOpenAutoFocus={focusFirst}
            onCloseAutoFocus={() => returnFocus(before)}
            onEscapeKeyDown={keep}
            onPointerDownOutside={keep}
          >
            <header class="modal-header">
              <Dialog.Title class="modal-title">{props.title}</Dialog.Title>
              <Dialog.CloseButton class="button button-quiet button-icon" aria-label="Close">
                <X aria-hidden="true" />
              </Dialog.CloseButton>
            </header>
            <Show when={props.description}>
              <Dialog.Description class="modal-description">{props.description}</Dialog.Description>
            </Show>
            <div class="modal-body">{props.children}</div>
            <ModalFooter>{props.footer}</ModalFooter>
          </Dialog.Content>
        </div>
      </Dialog.Portal>
    </Dialog>
  );
}

/** Made once, and not there while it has nothing in it. */
function ModalFooter(props: { children?: JSX.Element }) {
  const content = children(() => props.children);
  return (
    <Show when={content.toArray().some((item) => item !== null && item !== undefined && item !== false)}>
      <footer class="modal-footer">{content()}</footer>
    </Show>
  );
}
