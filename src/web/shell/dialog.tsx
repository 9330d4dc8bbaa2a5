/** A modal dialog: the browser's own element, which keeps the focus inside and gives it back. */
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from "react";
import { strings } from "../strings.ts";
import { canFocus } from "./keep-focus.ts";

/** Where the focus goes from the dialog that was closed last: back, or into the one in its place and back from there. */
let owed: Element | null = null;

export function Dialog(props: {
  readonly title: string;
  /** What Escape, the close button and a click outside do: it may ask first, and leave the dialog open. */
  readonly close: () => void;
  readonly className?: string;
  /** The title is for screen readers alone. */
  readonly bare?: true;
  readonly children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Before the frame is drawn: a key that follows at once belongs to the dialog already.
  useLayoutEffect(() => {
    const dialog = ref.current;
    // React has tried to focus before the dialog was open, in vain; what was focused before has it still.
    const active = document.activeElement;
    const before = active === document.body ? (owed ?? active) : active;
    if (dialog !== null && !dialog.open) dialog.showModal();
    dialog?.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => {
      owed = before;
    };
  }, []);
  // A dialog that is taken out of the page gives the focus back to nobody.
  useEffect(
    () => () => {
      const to = owed;
      owed = null;
      if (document.querySelector("dialog[open]") !== null) return;
      if (to instanceof HTMLElement || to instanceof SVGElement) to.focus({ preventScroll: true });
    },
    [],
  );
  return (
    <dialog
      ref={ref}
      className={props.className}
      aria-labelledby={id}
      onClose={props.close}
      onCancel={(event) => {
        event.preventDefault();
        props.close();
      }}
      onKeyDown={(event) => ref.current !== null && goAround(event, ref.current)}
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

/** From the last thing to the first and back: the browser's own way around leads over its window, where no key is ours. */
function goAround(event: KeyboardEvent, dialog: HTMLDialogElement): void {
  if (event.key !== "Tab") return;
  const all = [...dialog.querySelectorAll<HTMLElement>(canFocus)].filter(
    (one) => one.tabIndex >= 0 && one.checkVisibility(),
  );
  const [first, last] = [all[0], all.at(-1)];
  const end = event.shiftKey ? first : last;
  const isAtEnd = document.activeElement === end || document.activeElement === dialog;
  if (first === undefined || last === undefined || !isAtEnd) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}
