/** What has just happened, with a way to take it back. */
import { useTracker } from "../parts/parts.tsx";
import type { Store } from "../store/store.ts";
import { strings } from "../strings.ts";
import { shellWords } from "./words.ts";

export function ToastView({ store }: { readonly store: Store }) {
  const { toast } = useTracker();
  const undoes = toast?.undoes ?? null;
  return (
    <div className="toast" role="status" aria-live="polite">
      {toast !== null && (
        <p>
          <span>{toast.text}</span>{" "}
          {undoes !== null && (
            <button
              type="button"
              className="quiet"
              onClick={() => void store.run({ do: "undo", command: undoes })}
            >
              {shellWords.takeBack}
            </button>
          )}
          <button type="button" className="quiet" onClick={store.dismiss}>
            {strings.close}
          </button>
        </p>
      )}
    </div>
  );
}
