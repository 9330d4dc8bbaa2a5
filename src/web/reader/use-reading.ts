/** Where the learner is in a paper: kept through zooming, other sizes of the window, other tabs and a reload. */
import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { OpenedPdf } from "./open-pdfs.ts";
import {
  firstZoom,
  type Laid,
  layPages,
  type Place,
  pagesNear,
  placeAt,
  placeOf,
  type Reading,
  type Room,
  readingFrom,
  scrollTo,
  stepped,
  type Zoom,
} from "./place.ts";

export interface ReadingState {
  readonly laid: Laid | null;
  readonly zoom: Zoom;
  readonly columns: 1 | 2;
  /** The page that is read. */
  readonly page: number;
  readonly near: readonly number[];
  readonly scrolled: () => void;
  readonly goTo: (page: number, down?: number) => void;
  /** As `goTo`, with a way back. */
  readonly jump: (page: number, down?: number) => void;
  /** Where the latest jump began. */
  readonly from: Place | null;
  readonly back: () => void;
  readonly setZoom: (zoom: Zoom) => void;
  readonly zoomBy: (by: 1 | -1) => void;
  readonly setColumns: (columns: 1 | 2) => void;
}

const restTime = 250;

export function useReading(
  key: string,
  pdf: OpenedPdf,
  scroller: RefObject<HTMLElement | null>,
): ReadingState {
  const room = useRoom(scroller);
  const [kept] = useState(() => startOf(key, pdf.sizes.length));
  const place = useRef(kept.place);
  /** The scrolling that the page itself did is no news of where the learner is. */
  const own = useRef({ top: -1, left: -1 });
  const [chosen, setChosen] = useState(kept.zoom);
  const [columns, setColumns] = useState(kept.columns);
  const [page, setPage] = useState(kept.place.page);
  const [near, setNear] = useState<readonly number[]>([]);
  const [jumps, setJumps] = useState<readonly Place[]>([]);
  const [first, setFirst] = useState<Zoom | null>(null);
  if (first === null && room !== null) setFirst(firstZoom(pdf.sizes, room));
  const zoom = useMemo<Zoom>(() => chosen ?? first ?? { is: "width" }, [chosen, first]);
  const laid = useMemo(
    () => (room === null ? null : layPages(pdf.sizes, zoom, room, columns)),
    [pdf, zoom, room, columns],
  );
  const keep = useKeep(key, { place, zoom: chosen, columns });

  const show = useCallback(
    (top: number) => {
      if (laid === null || room === null) return;
      setPage(place.current.page);
      const next = pagesNear(laid, top, room);
      setNear((now) => (now.join() === next.join() ? now : next));
    },
    [laid, room],
  );
  const move = useCallback(() => {
    const element = scroller.current;
    if (element === null || laid === null || room === null) return;
    const { top, left } = scrollTo(laid, place.current, room);
    element.scrollTo({ top, left, behavior: "instant" });
    own.current = { top: element.scrollTop, left: element.scrollLeft };
    show(top);
    keep();
  }, [scroller, laid, room, show, keep]);
  useLayoutEffect(move, [move]);

  const scrolled = useCallback(() => {
    const element = scroller.current;
    if (element === null || laid === null || room === null) return;
    const { scrollTop: top, scrollLeft: left } = element;
    const isOwn = Math.abs(top - own.current.top) < 1 && Math.abs(left - own.current.left) < 1;
    if (!isOwn) {
      own.current = { top: -1, left: -1 };
      // At the very top the learner is at the beginning, and stays there at every zoom.
      const now = placeAt(laid, { top, left }, room);
      place.current = top <= 0 ? { ...now, page: 1, down: 0 } : now;
    }
    show(top);
    keep();
  }, [scroller, laid, room, show, keep]);

  const goTo = useCallback(
    (to: number, down = 0) => {
      if (laid === null) return;
      const page = Math.min(Math.max(to, 1), laid.pages.length);
      place.current = placeOf(laid, page, down);
      move();
    },
    [laid, move],
  );
  const jump = useCallback(
    (to: number, down = 0) => {
      const from = place.current;
      setJumps((all) => [...all, from].slice(-50));
      goTo(to, down);
    },
    [goTo],
  );
  const from = jumps.at(-1) ?? null;
  const back = useCallback(() => {
    if (from === null) return;
    setJumps((all) => all.slice(0, -1));
    place.current = from;
    move();
  }, [from, move]);
  const scale = laid?.scale ?? 1;
  const zoomBy = useCallback((by: 1 | -1) => setChosen(stepped(scale, by)), [scale]);
  useEffect(() => {
    const follow = () => {
      const wanted = pageInAddress();
      if (wanted !== null) goTo(wanted);
    };
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [goTo]);
  return {
    ...{ laid, zoom, columns, page, near, scrolled, goTo, jump, from, back },
    ...{ setZoom: setChosen, zoomBy, setColumns },
  };
}

/** The size of the element inside its scroll bars; null until it is known. */
function useRoom(scroller: RefObject<HTMLElement | null>): Room | null {
  const [room, setRoom] = useState<Room | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      setRoom((now) => (now?.width === width && now.height === height ? now : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return room;
}

/** An address with a page leads there; one that names the page which is read already leads to its very place. */
function startOf(key: string, pages: number): Reading {
  const kept = readingFrom(localStorage.getItem(key));
  const wanted = pageInAddress();
  const place =
    wanted === null || wanted === kept.place.page
      ? kept.place
      : { page: wanted, down: 0, across: 0.5 };
  return { ...kept, place: { ...place, page: Math.min(place.page, pages) } };
}

function pageInAddress(): number | null {
  const page = Number(/^#page=(\d{1,6})$/.exec(window.location.hash)?.[1]);
  return page >= 1 ? page : null;
}

/** Keeps the place a moment after it has changed, and at the latest when the page is left. */
function useKeep(
  key: string,
  now: Omit<Reading, "place"> & { readonly place: RefObject<Place> },
): () => void {
  const latest = useRef(now);
  latest.current = now;
  const timer = useRef(0);
  const keep = useCallback(() => {
    const { place, zoom, columns } = latest.current;
    const reading: Reading = { place: place.current, zoom, columns };
    localStorage.setItem(key, JSON.stringify(reading));
    const address = `#page=${place.current.page}`;
    if (window.location.hash !== address && window.location.pathname.endsWith("/read")) {
      window.history.replaceState(window.history.state, "", address);
    }
  }, [key]);
  useEffect(() => {
    const leave = () => {
      window.clearTimeout(timer.current);
      keep();
    };
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [keep]);
  return useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(keep, restTime);
  }, [keep]);
}
