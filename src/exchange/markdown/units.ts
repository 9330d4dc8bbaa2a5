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
  ["week", /^[^\p{L}\p{N}]*第\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*[周週]/u],
  ["week", /^[^\p{L}\p{N}]*(?:제\s*)?(\d{1,3})\s*(?:주차|주)(?!\p{L})/u],
  ["day", /^\W*(?:tag|d[ií]a|jour|giorno|день)\s*[#:.-]?\s*0*(\d{1,3})\b/iu],
  ["day", /^[^\p{L}\p{N}]*第\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*[天日]/u],
  ["day", /^[^\p{L}\p{N}]*(\d{1,3})\s*일차/u],
  [
    "part",
    /^\W*(?:teil|kapitel|modul|fase|etapa|módulo|chapitre|partie|étape|modulo|capitolo)\s*[#:.-]?\s*0*(\d{1,3})\b/iu,
  ],
  [
    "part",
    /^[^\p{L}\p{N}]*第\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:[章部課课]|阶段|階段|单元)/u,
  ],
  [
    "part",
    /^[^\p{L}\p{N}]*(?:阶段|階段|단계|フェーズ|ステップ)\s*(\d{1,3}|[一二三四五六七八九十]{1,3})/u,
  ],
  ["part", /^[^\p{L}\p{N}]*(?:제\s*)?(\d{1,3})\s*(?:단계|부|장)(?!\p{L})/u],
];

function foreignUnit(text: string): HeadingFound["unit"] {
  for (const [kind, form] of foreignUnits) {
    const digits = form.exec(text)?.[1];
    if (digits !== undefined)
      return { kind, number: /^\d/.test(digits) ? Number(digits) : chineseOf(digits) };
  }
  return null;
}

/** `十二` is twelve. */
function chineseOf(digits: string): number {
  const [tens, ones] = digits.includes("十") ? digits.split("十") : ["0", digits];
  const digit = (sign = "") => "一二三四五六七八九".indexOf(sign) + 1;
  return (tens === "" ? 1 : digit(tens)) * (digits.includes("十") ? 10 : 0) + digit(ones);
}

function romanOf(digits: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };
  const all = [...digits].map((digit) => values[digit] ?? 0);
  return all.reduce((sum, value, at) => sum + (value < (all[at + 1] ?? 0) ? -value : value), 0);
}
