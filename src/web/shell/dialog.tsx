/** A modal dialog: the browser's own element, which keeps the focus inside and gives it back. */
import { type ReactNode, useEffect, useId, useRef } from "react";
import { strings } from "../strings.ts";

export function Dialog(props: {
  readonly title: string;
  readonly close: () => void;
  readonly className?: string;
  /** The title is for screen readers alone. */
  readonly bare?: true;
  readonly children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null || dialog.open) return;
    dialog.showModal();
    // Left to itself the focus goes to the first thing that can have it, and what is typed goes nowhere.
    dialog.querySelector<HTMLElement>("textarea, input")?.focus();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself.
    <dialog
      ref={ref}
      className={props.className}
      aria-labelledby={id}
      onClose={props.close}
      onCancel={props.close}
      onClick={({ target }) => target === ref.current && props.close()}
    >
      <div className="dialog-body">
        <header className={props.bare ? "hidden" : ""}>
          <h2 id={id}>{props.title}</h2>
          {!props.bare && (
            <button type="button" className="quiet" onClick={props.close}>
              {strings.close}
            </button>
          )}
        </header>
        {props.children}
      </div>
    </dialog>
  );
}
