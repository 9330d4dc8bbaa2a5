/** The page: header, notices, sections, toast. */
import { useEffect, useState, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import { longDay } from "./format.ts";
import { Milestones, Resources, Tips } from "./lists.tsx";
import { Overall } from "./overall.tsx";
import { type Tracker, TrackerContext, useTracker } from "./parts.tsx";
import { Phases } from "./phases.tsx";
import { Reviews } from "./reviews.tsx";
import { createStore, type Store } from "./store.ts";
import { strings } from "./strings.ts";
import "./style.css";
import { Weeks } from "./weeks.tsx";

function Page({ store }: { readonly store: Store }) {
  const shown = useSyncExternalStore(store.subscribe, store.shown);
  useKeys(store, shown.state === "ready" && shown.server.mayWrite);
  if (shown.state !== "ready") {
    const text = shown.state === "loading" ? strings.loading : shown.message;
    return (
      <main className="waiting">
        <h1>study</h1>
        <p role="status">{text}</p>
      </main>
    );
  }
  const tracker: Tracker = { ...shown, run: store.run, locked: !shown.server.mayWrite };
  return (
    <TrackerContext value={tracker}>
      <a className="skip" href="#tracker">
        {strings.skip}
      </a>
      <Header />
      <Notices />
      <main id="tracker">
        <div className="column">
          <Overall />
          <Weeks />
          <Reviews />
          <Tips />
        </div>
        <div className="column">
          <Phases />
          <Milestones />
          <Resources />
        </div>
      </main>
      <Footer />
      <Toast store={store} />
    </TrackerContext>
  );
}

/** Ctrl or Cmd with Z undoes, with Shift redoes; in a field they belong to the field. */
function useKeys(store: Store, mayWrite: boolean) {
  useEffect(() => {
    if (!mayWrite) return;
    const onKey = (event: KeyboardEvent) => {
      const field = (event.target as Element | null)?.closest(
        "input:not([type=checkbox]), textarea, select",
      );
      if (field || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
      event.preventDefault();
      void store.run({ do: event.shiftKey ? "redo" : "undo" });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [store, mayWrite]);
}

function Header() {
  const { situation, server, run, locked } = useTracker();
  return (
    <header className="top">
      <h1>{situation.curriculum.title}</h1>
      {server.demo && <strong className="demo">{strings.demo}</strong>}
      <span className="buttons">
        {!locked && (
          <>
            <button
              type="button"
              disabled={situation.undoable === null}
              onClick={() => void run({ do: "undo" })}
            >
              {strings.undo}
            </button>
            <button
              type="button"
              disabled={situation.redoable === null}
              onClick={() => void run({ do: "redo" })}
            >
              {strings.redo}
            </button>
          </>
        )}
        <Theme />
      </span>
    </header>
  );
}

const themes = ["system", "light", "dark"] as const;
type ThemeName = (typeof themes)[number];

function Theme() {
  const [theme, setTheme] = useState<ThemeName>(
    () => themes.find((name) => name === localStorage.getItem("theme")) ?? "system",
  );
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem("theme", theme);
  }, [theme]);
  return (
    <select
      aria-label={strings.themeLabel}
      value={theme}
      onChange={({ target }) => setTheme(target.value as ThemeName)}
    >
      {themes.map((name) => (
        <option key={name} value={name}>
          {strings.theme[name]}
        </option>
      ))}
    </select>
  );
}

function Notices() {
  const { situation, server, connected, locked, run } = useTracker();
  const conflicts = Object.entries(situation.progress.conflicts);
  return (
    <div className="notices">
      {!connected && <p role="alert">{strings.disconnected}</p>}
      {locked && <p>{strings.readOnly}</p>}
      {conflicts.length > 0 && (
        <section aria-label={strings.conflicts}>
          <b>{strings.conflicts}</b>
          <ul>
            {conflicts.map(([field, { file, journal }]) => (
              <li key={field}>
                {strings.conflict(field, file, journal)}{" "}
                {!locked && (
                  <button type="button" onClick={() => void run({ do: "settle-conflict", field })}>
                    {strings.accept}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {server.problems.length > 0 && (
        <section aria-label={strings.problems}>
          <b>{strings.problems}</b>
          <ul>
            {server.problems.map(({ line, column, message }) => (
              <li key={`${line}:${column}:${message}`}>
                <span className="faint">{strings.place(line, column)}</span> {message}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Footer() {
  const { situation, server } = useTracker();
  const { lastUpdated, nextReview } = situation.progress;
  return (
    <footer>
      <span>
        {strings.lastUpdated} {lastUpdated === null ? strings.none : longDay(lastUpdated)}
      </span>
      <span>
        {strings.nextReview} {nextReview === null ? strings.none : longDay(nextReview)}
      </span>
      <span className="faint">{server.folder}</span>
    </footer>
  );
}

function Toast({ store }: { readonly store: Store }) {
  const { toast } = useTracker();
  return (
    <div className="toast" role="status" aria-live="polite">
      {toast !== null && (
        <p>
          {toast}{" "}
          <button type="button" className="quiet" onClick={store.dismiss}>
            {strings.close}
          </button>
        </p>
      )}
    </div>
  );
}

const place = document.getElementById("page");
if (place === null) throw new Error("the page has no place to stand");
if (typeof Temporal === "undefined") place.textContent = strings.oldBrowser;
else createRoot(place).render(<Page store={createStore()} />);
