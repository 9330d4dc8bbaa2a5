/** The frame around all screens, and which address shows which. */
import {
  type ComponentType,
  lazy,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import type { Timer } from "../core/entries/tally.ts";
import { timerElapsed } from "../core/progress/open-timers.ts";
import type { Progress } from "../core/progress/progress.ts";
import { home, rooms, type Screen, screenAt, screens } from "../wire/screens.ts";
import { clockText } from "./format.ts";
import { NoteNames } from "./parts/note-names.tsx";
import { type Tracker, TrackerContext, useTracker } from "./parts/parts.tsx";
import { SessionEnd } from "./parts/session-end.tsx";
import { Today } from "./screens/today.tsx";
import { type Action, isField, keyOf, useActionKeys, useActions } from "./shell/actions.ts";
import { Celebration } from "./shell/celebration.tsx";
import { Dialog } from "./shell/dialog.tsx";
import { keepFocus } from "./shell/keep-focus.ts";
import { Navigation } from "./shell/navigation.tsx";
import { Notices } from "./shell/notices.tsx";
import { places } from "./shell/places.ts";
import { ToastView } from "./shell/toast.tsx";
import { TopBar } from "./shell/top-bar.tsx";
import type { Store } from "./store/store.ts";
import { strings } from "./strings.ts";
import { useStrayFiles } from "./take-in/stray-files.ts";

// Heavy screens come when they are opened; the first route's script stays small.
const Plan = lazy(() => import("./plan/plan.tsx"));
const PaperScreen = lazy(() => import("./paper/paper.tsx"));
const Papers = lazy(() => import("./screens/papers.tsx"));
const TrackerScreen = lazy(() => import("./screens/tracker.tsx"));
const KeysHelp = lazy(() => import("./shell/keys-help.tsx"));
const Review = lazy(() => import("./review/review.tsx"));
const CheckIns = lazy(() => import("./check-ins/check-ins.tsx"));
const Stats = lazy(() => import("./stats/stats.tsx"));
const Log = lazy(() => import("./log/log.tsx"));
const MapScreen = lazy(() => import("./map/map.tsx"));
const Compare = lazy(() => import("./compare/compare.tsx"));
const Milestones = lazy(() => import("./milestones/milestones.tsx"));
const Group = lazy(() => import("./group/group.tsx"));
const Settings = lazy(() => import("./settings/settings.tsx"));
const FirstRun = lazy(() => import("./first-run/first-run.tsx"));
const Palette = lazy(() => import("./palette/palette.tsx"));

const shownAt: Readonly<Record<Screen, ComponentType>> = {
  today: Today,
  plan: Plan,
  papers: Papers,
  review: Review,
  "check-ins": CheckIns,
  stats: Stats,
  log: Log,
  map: MapScreen,
  compare: Compare,
  milestones: Milestones,
  group: Group,
  tracker: TrackerScreen,
  settings: Settings,
};

export function App({ store }: { readonly store: Store }) {
  const shown = useSyncExternalStore(store.subscribe, store.shown);
  if (shown.state !== "ready") {
    const text = shown.state === "loading" ? strings.loading : shown.message;
    return (
      <main className="waiting">
        <h1>study</h1>
        <p role="status">{text}</p>
      </main>
    );
  }
  const { run, say, notes, entries } = store;
  const tracker: Tracker = { ...shown, run, say, notes, entries, locked: !shown.entered };
  const fresh = shown.situation.progress.start === null && shown.situation.progress.minutes === 0;
  return (
    <TrackerContext value={tracker}>
      <a className="skip" href="#screen">
        {strings.skip}
      </a>
      <NoteNames>
        <Frame store={store} fresh={fresh && !tracker.locked} />
      </NoteNames>
      <ToastView store={store} />
    </TrackerContext>
  );
}

function Frame({ store, fresh }: { readonly store: Store; readonly fresh: boolean }) {
  const [location, go] = useLocation();
  const [open, setOpen] = useState<"palette" | "keys" | null>(null);
  const [skipped, setSkipped] = useState(false);
  const [held, setHeld] = useState(false);
  const asking = held || (fresh && !skipped);
  // The questions of the first run have no palette over them, and none that waits until they are answered.
  const show = useCallback(
    (what: "palette" | "keys") => {
      if (!asking) setOpen(what);
    },
    [asking],
  );
  const typed = useRef("");
  const openPalette = useCallback(() => {
    typed.current = "";
    show("palette");
  }, [show]);
  const actions = useMemo<readonly Action[]>(
    () => [
      ...places.map(({ path, label, key }) => ({
        id: `go-${path}`,
        label,
        group: strings.keyGroups.go,
        keys: `g ${key}`,
        run: () => {
          go(path);
          // The screen that is open already takes the focus too.
          document.getElementById("screen")?.focus({ preventScroll: true });
        },
      })),
      {
        id: "keys",
        label: strings.keysTitle,
        group: strings.keyGroups.page,
        keys: "?",
        run: () => show("keys"),
      },
      {
        id: "palette",
        label: strings.anything,
        group: strings.keyGroups.page,
        keys: "/",
        run: openPalette,
      },
      {
        id: "undo",
        label: strings.undoLast,
        group: strings.keyGroups.page,
        chord: strings.undoKey,
        run: () => void store.run({ do: "undo" }),
      },
      {
        id: "redo",
        label: strings.redoLast,
        group: strings.keyGroups.page,
        chord: strings.redoKey,
        run: () => void store.run({ do: "redo" }),
      },
    ],
    [go, store, show, openPalette],
  );
  useActions(actions);
  useActionKeys();
  useChords(store, openPalette);
  const [beganFresh] = useState(fresh);
  const { progress } = useTracker().situation;
  useTitle(location, progress);
  useFocus(location, beganFresh);
  useEffect(keepFocus, []);
  useStrayFiles(store.say);
  if (asking) {
    return (
      <Suspense fallback={<Waiting />}>
        <FirstRun skip={() => setSkipped(true)} hold={setHeld} />
      </Suspense>
    );
  }
  return (
    <div className="frame">
      <Navigation location={location} openPalette={openPalette} />
      <div className="stage">
        <TopBar openPalette={openPalette} />
        <Notices />
        <SessionEnd />
        <main id="screen" tabIndex={-1}>
          <Suspense fallback={<Waiting />}>
            <Switch>
              <Route path="/">
                <Redirect to={home} replace />
              </Route>
              {screens.map((screen) => (
                <Route key={screen} path={`/${screen}`} component={shownAt[screen]} />
              ))}
              <Route path="/paper/:id/:part?">
                {({ id, part }) => <PaperScreen key={id} id={id} part={part ?? rooms[0]} />}
              </Route>
              <Route>
                <h1>{strings.noScreen}</h1>
                <p>
                  <Link href={home}>{strings.toToday}</Link>
                </p>
              </Route>
            </Switch>
          </Suspense>
        </main>
      </div>
      {open === "keys" && (
        <Suspense>
          <KeysHelp close={() => setOpen(null)} />
        </Suspense>
      )}
      {open === "palette" && (
        <Suspense fallback={<PaletteComing typed={typed} close={() => setOpen(null)} />}>
          <Palette typed={typed} close={() => setOpen(null)} />
        </Suspense>
      )}
      <Celebration />
    </div>
  );
}

/** The palette's field while the palette is on its way: keys that follow at once are words already. */
function PaletteComing(props: { readonly typed: RefObject<string>; readonly close: () => void }) {
  return (
    <Dialog title={strings.anything} bare close={props.close} className="palette">
      <input
        data-first=""
        aria-label={strings.anything}
        placeholder={strings.anythingHint}
        onChange={({ target }) => {
          props.typed.current = target.value;
        }}
      />
    </Dialog>
  );
}

function Waiting() {
  return (
    <p className="waiting" role="status">
      {strings.loading}
    </p>
  );
}

/** Ctrl or Cmd: with K the palette, with Z undo, with Shift-Z redo. In a field Z belongs to the field. */
function useChords(store: Store, openPalette: () => void) {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = keyOf(event).toLowerCase();
      if (key === "k") {
        event.preventDefault();
        openPalette();
      } else if (key === "z" && !isField(event.target)) {
        event.preventDefault();
        void store.run({ do: event.shiftKey ? "redo" : "undo" });
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [store, openPalette]);
}

/** `0:25:10`, or with a sign where it is paused: seen in the tab while another one is read. */
function timerTitle(timer: Timer, now: number): string {
  const counted = clockText(timerElapsed(timer, now));
  return timer.runningSince === null ? `‖ ${counted}` : counted;
}

/** A screen is known by its title among tabs, in the history and to a screen reader: a paper's has its name. */
function useTitle(location: string, { papers, timer }: Progress) {
  const [, room, id] = location.split("/");
  const name =
    room === "paper"
      ? papers.find((paper) => paper.id === id)?.name
      : places.find(({ path }) => path === `/${screenAt(location)}`)?.label;
  const title = name === undefined ? "study" : `${name} · study`;
  useEffect(() => {
    const show = () => {
      const counted = timer === null ? "" : `${timerTitle(timer, Date.now())} · `;
      document.title = counted + title;
    };
    show();
    if (timer === null) return;
    const interval = window.setInterval(show, 1000);
    return () => window.clearInterval(interval);
  }, [title, timer]);
}

/**
 * On a new screen the focus goes to its beginning; not where the bare address only
 * leads on to the first screen, as a page that is opened begins at its very top.
 */
function useFocus(location: string, beganFresh: boolean) {
  const [first, setFirst] = useState(location);
  useEffect(() => {
    if (location === first) return;
    if (first === "/" && !beganFresh) return setFirst(location);
    setFirst("");
    window.scrollTo(0, 0);
    document.getElementById("screen")?.focus({ preventScroll: true });
  }, [location, first, beganFresh]);
}
