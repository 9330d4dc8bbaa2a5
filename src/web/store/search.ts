/** Search over all texts: by the server's index, or by plain comparison while the server is away. */
import { heldCards } from "../../core/recall.ts";
import type { Tracker } from "../parts/parts.tsx";
import { ask } from "./server.ts";

type FoundKind = "paper" | "task" | "card" | "note" | "guide";

interface Found {
  readonly kind: FoundKind;
  readonly title: string;
  readonly excerpt: string;
  readonly paper: string | null;
  readonly week: number | null;
}

export interface FoundText extends Found {
  readonly address: string;
}

const most = 20;

export async function searchTexts(words: string, tracker: Tracker): Promise<readonly FoundText[]> {
  let found: readonly Found[];
  try {
    const path = `/api/search?q=${encodeURIComponent(words)}`;
    found = (await ask<{ found: readonly Found[] }>(path)).found;
  } catch {
    found = searchHere(words, tracker);
  }
  return found.map((one) => ({ ...one, address: addressOf(one) }));
}

function addressOf({ kind, paper, week }: Found): string {
  if (week !== null) return `/plan#week-${week}`;
  if (paper === null) return "/review";
  return kind === "note"
    ? `/paper/${paper}/notes`
    : kind === "card"
      ? `/paper/${paper}/review`
      : `/paper/${paper}`;
}

function searchHere(words: string, { situation, material, notes }: Tracker): readonly Found[] {
  const wanted = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const { progress, tally } = situation;
  const name = (id: string | null) => progress.papers.find((paper) => paper.id === id)?.name ?? "";
  const all: (Found & { readonly text: string })[] = [
    ...progress.papers.map(({ id, name: title }) => ({
      kind: "paper" as const,
      title,
      text: title,
      excerpt: "",
      paper: id,
      week: null,
    })),
    ...progress.weeks.flatMap(({ number, title, tasks }) =>
      tasks.map(({ text }) => ({
        kind: "task" as const,
        title: `Week ${number}: ${title}`,
        text,
        excerpt: text,
        paper: null,
        week: number,
      })),
    ),
    ...heldCards(material, tally).map(({ card }) => ({
      kind: "card" as const,
      title: name(card.paper),
      text: `${card.front}\n${card.back}`,
      excerpt: card.front.slice(0, 100),
      paper: card.paper,
      week: null,
    })),
    ...notes.all().map(({ paper, text }) => ({
      kind: "note" as const,
      title: name(paper),
      text,
      excerpt: "",
      paper,
      week: null,
    })),
  ];
  return all
    .filter(({ title, text }) => {
      const hay = `${title}\n${text}`.toLowerCase();
      return wanted.length > 0 && wanted.every((word) => hay.includes(word));
    })
    .slice(0, most);
}
