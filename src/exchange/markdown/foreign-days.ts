/** Days as other languages and other programs write them, in a form that ours are read in. */
import { bareWord } from "./languages.ts";

/** The months' names by their first letters, in the order of the year. Without accents. */
const monthNames: readonly (readonly string[])[] = [
  ["januar", "janner", "enero", "janvier", "janeiro", "gennaio", "januari", "январ"],
  ["februar", "febrero", "fevrier", "fevereiro", "febbraio", "februari", "феврал"],
  ["marz", "marzo", "mars", "marco", "maart", "март"],
  ["april", "abril", "avril", "aprile", "апрел"],
  ["mai", "mayo", "maio", "maggio", "mei", "мая", "май"],
  ["juni", "junio", "juin", "junho", "giugno", "июн"],
  ["juli", "julio", "juillet", "julho", "luglio", "июл"],
  ["august", "agosto", "aout", "augustus", "август"],
  ["september", "septiembre", "septembre", "setembro", "settembre", "сентябр"],
  ["oktober", "octubre", "octobre", "outubro", "ottobre", "октябр"],
  ["november", "noviembre", "novembre", "novembro", "ноябр"],
  ["dezember", "diciembre", "decembre", "dezembro", "dicembre", "december", "декабр"],
];

const english = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const foreignWeekday =
  /^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lunes|martes|miercoles|jueves|viernes|sabado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|segunda|terca|quarta|quinta|sexta|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|mo|di|mi|do|fr|sa|so)(?:-feira)?\.?,?\s+(?=\d)/u;

const worded =
  /^(\d{1,2})(?:\.|er|º|°)?\s+(?:de\s+|di\s+)?(\p{L}{3,12})\.?,?(?:\s+(?:de\s+|di\s+)?(\d{4})(?:\s*г\.?)?)?$/u;

/** The month that a word of another language names, from 1; null for none. */
function monthIn(word: string): number | null {
  const at = monthNames.findIndex((names) =>
    names.some(
      (name) =>
        name === word ||
        (word.length >= 3 && name.startsWith(word)) ||
        (name.length > 3 && word.startsWith(name)),
    ),
  );
  return at < 0 ? null : at + 1;
}

/** A day in our forms, where it is written in one of theirs; else as it is. */
export function inOurDays(text: string): string {
  const [, year, month, day] =
    /^(?:(\d{4})\s*[年년]\s*)?(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号號]?(?:\s*[(（]?\s*(?:星期|周|週)?\p{L}曜?日?요?일?\s*[)）]?)?$/u.exec(
      text,
    ) ?? [];
  if (month !== undefined && day !== undefined) {
    const name = english[Number(month) - 1];
    if (name === undefined) return text;
    return year === undefined ? `${Number(day)} ${name}` : `${year}-${two(month)}-${two(day)}`;
  }
  const [, y, m, d] =
    /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})-(\d{2})-(\d{2})[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/.exec(
      text,
    ) ??
    [];
  if (y !== undefined) return `${y}-${m}-${d}`;
  const short = text.replace(/,?\s*['’](\d{2})$/, " 20$1");
  const bare = bareWord(short).replace(foreignWeekday, "");
  const [, date, word = "", full] = worded.exec(bare) ?? [];
  const found = date === undefined ? null : monthIn(word);
  if (found !== null) return `${date} ${english[found - 1]}${full === undefined ? "" : ` ${full}`}`;
  return foreignWeekday.test(bareWord(short)) ? bare : short;
}

/** Whether a cell names a month or a weekday in a language that writes the day before the month. */
export function saysDayFirst(text: string): boolean {
  const bare = bareWord(text.trim());
  if (foreignWeekday.test(bare) && /^\p{L}{3}/u.test(bare)) return true;
  const [, , word = ""] = worded.exec(bare.replace(foreignWeekday, "")) ?? [];
  const isEnglish = english.some((name) => name.toLowerCase().startsWith(word));
  return word !== "" && monthIn(word) !== null && (!isEnglish || / de /.test(bare));
}

const dash = String.raw`\s*(?:[-–—]|to|bis)\s*`;

/** The first day of a stretch: `5–11 Jan 2026`, `Jan 5 - Jan 11, 2026`, `2026-01-05 – 2026-01-11`. Null for none. */
export function firstOfSpan(text: string): string | null {
  const said = text.trim();
  const [, from = "", month = "", year = ""] =
    new RegExp(
      String.raw`^(\d{1,2})\.?${dash}\d{1,2}\.?\s+(\p{L}{3,12})\.?,?\s*(\d{4})?$`,
      "u",
    ).exec(said) ?? [];
  if (from !== "") return `${from} ${month} ${year}`.trim();
  const [, name = "", first = "", of = ""] =
    new RegExp(
      String.raw`^(\p{L}{3,12})\.?\s+(\d{1,2})${dash}(?:\p{L}{3,12}\.?\s+)?\d{1,2},?\s*(\d{4})?$`,
      "u",
    ).exec(said) ?? [];
  if (first !== "") return `${name} ${first} ${of}`.trim();
  const [, begin = "", end = ""] =
    /^(\S.{4,20}?)(?:\s+[-–—]\s+|\s+to\s+|[–—])(\S.{4,20})$/u.exec(said) ?? [];
  if (begin === "" || !/\d/.test(begin)) return null;
  const missing = /\b(?:19|20)\d{2}\b/.test(begin) ? null : /\b(?:19|20)\d{2}\b/.exec(end)?.[0];
  return missing == null ? begin : `${begin} ${missing}`;
}

function two(digits: string): string {
  return digits.padStart(2, "0");
}
