/**
 * What a curriculum holds about a paper beyond its record: the guide and the deck. It is read when a screen or
 * a command needs it, and never at a start.
 */
import { ownOf } from "./bare.ts";
import type { PaperId } from "./curriculum.ts";
import type { WeekRhythm } from "./rhythm.ts";

declare const cardIdBrand: unique symbol;

/** `<paper>.<card>` for a card of a curriculum, `own.<…>` for one of the learner's. Never changes once released. */
export type CardId = string & { readonly [cardIdBrand]: true };

export const cardKinds = ["recall", "derive", "compare", "apply"] as const;
export type CardKind = (typeof cardKinds)[number];

/** How a number is written where a card shows it. */
export interface NumberForm {
  /** Rounded to so many decimal places. */
  readonly places?: number | undefined;
  /** Rounded to so many significant digits. */
  readonly digits?: number | undefined;
  /** As a power of ten: 3.1 × 10²³. */
  readonly power?: boolean | undefined;
  /** Written behind the number. */
  readonly unit?: string | undefined;
}

/** A number of a card: drawn from a list or a range, or worked out from those before it. */
export type CardNumber = { readonly name: string; readonly form: NumberForm } & (
  | { readonly of: readonly number[] }
  | { readonly from: number; readonly to: number; readonly step: number }
  | { readonly is: string }
);

/** The numbers of a card that are fresh each time it is asked. `{{name}}` stands for one in front and back. */
export interface CardNumbers {
  readonly each: readonly CardNumber[];
  /** A draw counts where this holds. */
  readonly only: string | null;
}

/** Front and back are Markdown with LaTeX between dollar signs. */
export interface Card {
  readonly id: CardId;
  readonly paper: PaperId | null;
  readonly kind: CardKind;
  readonly front: string;
  readonly back: string;
  /** Where in the paper the answer stands; null for a card of the learner's own. */
  readonly source: string | null;
  /** Left out where the card asks the same each time. */
  readonly numbers?: CardNumbers | undefined;
}

export interface GuidePass {
  readonly hours: number;
  /** The sections to read. */
  readonly read: readonly string[];
  /** The figures and tables to look at. */
  readonly look: readonly string[];
  /** The questions that can be answered afterwards. */
  readonly answer: readonly string[];
  /** One for each question, shown when asked for; null where the guide gives none. */
  readonly answers: readonly (string | null)[];
}

export interface Equation {
  readonly name: string;
  readonly latex: string;
  readonly source: string;
  readonly symbols: readonly { readonly symbol: string; readonly meaning: string }[];
  /** The cards that ask about it. */
  readonly cards: readonly CardId[];
  /** The exercises that implement it, by their ids in the paper. */
  readonly exercises: readonly string[];
}

export const linkKinds = ["builds-on", "compared-with", "leads-to"] as const;
export type LinkKind = (typeof linkKinds)[number];

export interface PaperLink {
  readonly kind: LinkKind;
  readonly paper: PaperId;
  readonly why: string;
}

/** What a paper leans on although it is read later. */
export interface Ahead {
  readonly paper: PaperId;
  /** All of it that is needed now. */
  readonly enough: string;
}

export const readings = ["required", "further"] as const;
export type Reading = (typeof readings)[number];

/** Other work that belongs to a paper: it has no row of its own and is read beside the paper. */
export interface Companion {
  readonly title: string;
  readonly by: string;
  readonly arxiv: string | null;
  readonly url: string | null;
  readonly reading: Reading;
  readonly why: string;
  /** The sections to read; none where the text below is enough. */
  readonly read: readonly string[];
  /** What to take from it: Markdown. */
  readonly text: string;
  /** Where in that work it stands. */
  readonly source: string;
}

/** One example from the equation to the numbers. */
export interface Walkthrough {
  readonly title: string;
  readonly steps: readonly WalkStep[];
}

export interface WalkStep {
  /** Markdown. */
  readonly text: string;
  /** The numbers in the text that are worked out: the content check does so again. */
  readonly computed: readonly {
    readonly name: string | null;
    readonly is: string;
    readonly shown: string;
  }[];
}

/** What must be known first: a paper of the curriculum, or a concept by its name. */
export type Need =
  | { readonly paper: PaperId; readonly concept?: undefined; readonly why: string }
  | { readonly concept: string; readonly paper?: undefined; readonly why: string };

/** A figure of a paper's model, with the place where the paper gives it. */
export interface Fact {
  readonly value: number | string;
  readonly unit?: string | undefined;
  readonly note?: string | undefined;
  readonly source: string;
}

export const factKeys = [
  "parameters",
  "layers",
  "width",
  "heads",
  "feedForward",
  "vocabulary",
  "context",
  "tokens",
  "batch",
  "learningRate",
  "hardware",
  "compute",
] as const;
export type FactKey = (typeof factKeys)[number];

export interface ModelFacts {
  readonly model: string;
  readonly facts: Readonly<Partial<Record<FactKey, Fact>>>;
}

export interface Guide {
  readonly record: {
    /** The version of the paper that sections and figures are cited from. */
    readonly version: string;
    readonly code: string | null;
    readonly bibtex: string;
  };
  readonly why: string;
  readonly needs: readonly Need[];
  readonly ahead: readonly Ahead[];
  readonly passes: readonly GuidePass[];
  readonly glossary: readonly { readonly term: string; readonly meaning: string }[];
  readonly equations: readonly Equation[];
  readonly walkthrough: Walkthrough | null;
  readonly companions: readonly Companion[];
  /** What later work overturned or changed. */
  readonly later: readonly { readonly text: string; readonly source: string }[];
  readonly misreadings: readonly {
    readonly claim: string;
    readonly instead: string;
    readonly source: string;
  }[];
  /** What to write under a heading of the note template, for this paper. */
  readonly prompts: readonly { readonly section: string; readonly prompt: string }[];
  readonly teachBack: { readonly prompt: string; readonly points: readonly string[] };
  readonly links: readonly PaperLink[];
}

/** Counts up when what a guide or a card holds changes: what was kept in an older form is asked for anew. */
export const materialForm = 2;

export interface Material {
  readonly guides: Readonly<Record<PaperId, Guide>>;
  readonly decks: Readonly<Record<PaperId, readonly Card[]>>;
  readonly facts: Readonly<Record<PaperId, readonly ModelFacts[]>>;
  /** What to do on which day, week by week; empty where the curriculum does not say. */
  readonly rhythm: readonly WeekRhythm[];
}

/** A paper of the learner's own, or of a newer curriculum, has none. */
export function guideOf(material: Material, paper: PaperId): Guide | null {
  return ownOf(material.guides, paper) ?? null;
}

export const noMaterial: Material = { guides: {}, decks: {}, facts: {}, rhythm: [] };
