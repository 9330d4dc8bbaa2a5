/** What a note's text becomes, block by block: only what is seen is set, and only what changed is set again. */
import {
  lazy,
  memo,
  type Ref,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { partFrontMatter } from "../../core/content/front-matter.ts";
import { withoutComments } from "../../core/content/note-sections.ts";
import { differing } from "../../core/words/differing.ts";
import { blocksOf } from "../markdown/blocks.ts";
import { footnoteId, footnotesIn, referenceId } from "../markdown/footnotes.ts";
import { Rich } from "../markdown/rich.tsx";
import { usePrinting } from "../parts/printing.ts";

const Properties = lazy(() => import("./properties.tsx"));

export interface Block {
  /** Stays with a block while its text is edited. */
  readonly key: number;
  readonly text: string;
  /** Came in by an edit, so it is in sight. */
  readonly fresh: boolean;
}

interface Blocks {
  readonly list: readonly Block[];
  readonly next: number;
}

/** More than an edit brings in at once is a text from elsewhere. */
const mostFresh = 8;

/** The blocks of a text, with the keys of those that they were before. */
export function blocksAfter(before: Blocks, texts: readonly string[]): Blocks {
  let { next } = before;
  const list: Block[] = [];
  let at = 0;
  const old = before.list;
  const ranges = differing(
    old.map(({ text }) => text),
    texts,
  );
  for (const { fromA, toA, fromB, toB } of ranges) {
    list.push(...old.slice(at, fromA));
    const fresh = old.length > 0 && toB - fromB <= mostFresh;
    for (let index = fromB; index < toB; index += 1) {
      const known = fromA + index - fromB < toA ? old[fromA + index - fromB] : undefined;
      const text = texts[index] ?? "";
      if (known !== undefined) list.push({ ...known, text });
      else list.push({ key: next++, text, fresh });
    }
    at = toA;
  }
  list.push(...old.slice(at));
  return { list, next };
}

type Watch = (element: HTMLElement, seen: () => void) => () => void;

export const Preview = memo(function Preview(props: {
  readonly text: string;
  readonly label: string;
  /** Called when what is shown has become longer or shorter. */
  readonly grown: () => void;
  readonly ref: Ref<HTMLElement>;
}) {
  const { text, label, grown } = props;
  const before = useRef<Blocks>({ list: [], next: 0 });
  const { matter, body } = partFrontMatter(text);
  const blocks = useMemo(() => {
    before.current = blocksAfter(before.current, blocksOf(withoutComments(body)));
    return before.current.list;
  }, [body]);
  const whole = usePrinting();
  const watch = useWatch();
  const inside = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const observer = new ResizeObserver(grown);
    if (inside.current !== null) observer.observe(inside.current);
    return () => observer.disconnect();
  }, [grown]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long note is scrolled with the keyboard.
    <article className="shown" ref={props.ref} aria-label={label} tabIndex={0}>
      <div ref={inside}>
        {matter !== null && (
          <Suspense fallback={<p className="prose">{matter}</p>}>
            <Properties matter={matter} />
          </Suspense>
        )}
        {groupsOf(blocks).map((group) => (
          <Group key={group[0]?.key} blocks={group} whole={whole} watch={watch} />
        ))}
      </div>
    </article>
  );
});

/** How many blocks a group has, about. */
const groupSize = 48;

/**
 * The blocks in groups, so that a key in a long note is compared with a group's blocks and not with all. A group begins
 * at a block by its key: what comes or goes in one leaves the others as they were.
 */
export function groupsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last === undefined || block.key % groupSize === 0) groups.push([block]);
    else last.push(block);
  }
  return groups;
}

const Group = memo(
  function Group(props: {
    readonly blocks: readonly Block[];
    readonly whole: boolean;
    readonly watch: Watch;
  }) {
    return props.blocks.map((block) => (
      <ShownBlock
        key={block.key}
        text={block.text}
        fresh={block.fresh}
        whole={props.whole}
        watch={props.watch}
      />
    ));
  },
  (before, after) =>
    before.whole === after.whole &&
    before.watch === after.watch &&
    before.blocks.length === after.blocks.length &&
    before.blocks.every((block, index) => block === after.blocks[index]),
);

/** Tells elements when they come near to what is seen. */
function useWatch(): Watch {
  const observer = useRef<IntersectionObserver | null>(null);
  const told = useRef(new WeakMap<Element, () => void>());
  useEffect(
    () => () => {
      observer.current?.disconnect();
      observer.current = null;
    },
    [],
  );
  return useCallback((element, seen) => {
    observer.current ??= new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting) told.current.get(target)?.();
        }
      },
      { root: element.closest(".shown"), rootMargin: "600px 0px" },
    );
    told.current.set(element, seen);
    observer.current.observe(element);
    return () => observer.current?.unobserve(element);
  }, []);
}

const ShownBlock = memo(function ShownBlock(props: {
  readonly text: string;
  readonly fresh: boolean;
  readonly whole: boolean;
  readonly watch: Watch;
}) {
  const { text, watch } = props;
  const [seen, setSeen] = useState(props.fresh);
  const place = useRef<HTMLDivElement>(null);
  const notes = useMemo(() => footnotesIn(text), [text]);
  useEffect(() => {
    if (seen || place.current === null) return;
    return watch(place.current, () => setSeen(true));
  }, [seen, watch]);
  return (
    <div
      className="block"
      ref={place}
      id={notes.of === null ? undefined : footnoteId(notes.of)}
      data-refers={notes.first.length === 0 ? undefined : notes.first.map(referenceId).join(" ")}
    >
      {seen || props.whole ? <Rich text={text} /> : <p className="prose">{text}</p>}
    </div>
  );
});
