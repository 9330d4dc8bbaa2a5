/** How people divide their work: `Week 3`, `Day 12`, `Module IV`. */
import type { HeadingFound, UnitKind } from "./reading.ts";

const unitForm =
  /^\W*(?:(week|wk|w)|(day)|(phase|module|part|unit|month|chapter|stage|lesson|lecture|session|sprint|semester|quarter|level|block|step|section))\s*[#:.-]?\s*0*(\d{1,3}|[ivx]{1,5})\b/iu;

export function unitOf(text: string): HeadingFound["unit"] {
  const found = unitForm.exec(text);
  if (found === null) return foreignUnit(text);
  const [, week, day, , digits = ""] = found;
  const number = /^\d/.test(digits) ? Number(digits) : romanOf(digits.toLowerCase());
  return { kind: week !== undefined ? "week" : day !== undefined ? "day" : "part", number };
}

const foreignUnits: readonly (readonly [UnitKind, RegExp])[] = [
  ["week", /^\W*(?:woche|semana|semaine|settimana|неделя)\s*[#:.-]?\s*0*(\d{1,3})\b/iu],
  ["week", /^[^\p{L}\p{N}]*第\s*(\d{1,3})\s*[周週]/u],
  ["day", /^\W*(?:tag|d[ií]a|jour|giorno|день)\s*[#:.-]?\s*0*(\d{1,3})\b/iu],
  ["day", /^[^\p{L}\p{N}]*第\s*(\d{1,3})\s*[天日]/u],
  [
    "part",
    /^\W*(?:teil|kapitel|modul|fase|etapa|módulo|chapitre|partie|étape|modulo|capitolo)\s*[#:.-]?\s*0*(\d{1,3})\b/iu,
  ],
  ["part", /^[^\p{L}\p{N}]*第\s*(\d{1,3})\s*[章部阶段課课]/u],
];

function foreignUnit(text: string): HeadingFound["unit"] {
  for (const [kind, form] of foreignUnits) {
    const digits = form.exec(text)?.[1];
    if (digits !== undefined) return { kind, number: Number(digits) };
  }
  return null;
}

function romanOf(digits: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };
  const all = [...digits].map((digit) => values[digit] ?? 0);
  return all.reduce((sum, value, at) => sum + (value < (all[at + 1] ?? 0) ? -value : value), 0);
}
