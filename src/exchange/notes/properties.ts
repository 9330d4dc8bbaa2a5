/** What the properties of a note say of its paper: how far it is read, how long that took, how else it is called. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { plainName } from "../../core/content/names.ts";
import { type Day, parseDay } from "../../core/time/calendar.ts";
import type { Minutes } from "../../core/time/duration.ts";
import { arxivAlone, arxivIn } from "../markdown/links.ts";
import { type State, stateOfCell } from "../markdown/marks.ts";
import type { Left } from "../markdown/reading.ts";
import { hoursIn } from "../markdown/times.ts";

export interface Properties {
  readonly status: { readonly line: number; readonly state: State } | null;
  readonly hours: { readonly line: number; readonly minutes: Minutes } | null;
  /** The day on which it was read to its end. */
  readonly finished: Day | null;
  /** The title and the aliases, in their order. */
  readonly names: readonly string[];
  readonly arxiv: string | null;
  readonly addresses: readonly string[];
}

export interface ReadProperties {
  readonly properties: Properties;
  readonly left: readonly Left[];
}

type Role = "status" | "hours" | "finished" | "name" | "arxiv" | "address";

const roles: Readonly<Record<string, Role>> = {
  status: "status",
  hours: "hours",
  finished: "finished",
  completed: "finished",
  title: "name",
  alias: "name",
  aliases: "name",
  arxiv: "arxiv",
  arxivid: "arxiv",
  url: "address",
  link: "address",
  doi: "address",
};

interface Value {
  readonly role: Role;
  readonly name: string;
  readonly line: number;
  /** As they are written: a number keeps its zeros. */
  readonly texts: readonly string[];
}

/** `matter` begins in line 2 of its file. What other names say is not ours. */
export function readProperties(matter: string): ReadProperties {
  const lines = new LineCounter();
  const document = parseDocument(matter, { lineCounter: lines, logLevel: "silent" });
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  const [fault] = document.errors;
  if (fault !== undefined) {
    const reason = `its properties are no sound YAML (${sentenceOf(fault.message)}); they are left as they are`;
    const left: Left = { line: lineAt(fault.pos[0]), kind: "property", text: "", reason };
    return { properties: noProperties, left: [left] };
  }
  const values = isMap(document.contents)
    ? document.contents.items.flatMap(({ key, value }): readonly Value[] => {
        const name = isScalar(key) ? String(key.value) : "";
        const role = roles[plainName(name)];
        const offset = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
        return role === undefined
          ? []
          : [{ role, name, line: lineAt(offset), texts: textsIn(value) }];
      })
    : [];
  return understood(values);
}

export const noProperties: Properties = {
  status: null,
  hours: null,
  finished: null,
  names: [],
  arxiv: null,
  addresses: [],
};

function sentenceOf(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/ at line \d+.*$/, "").slice(0, 120);
}

function textsIn(node: unknown): readonly string[] {
  if (isSeq(node)) return node.items.flatMap(textsIn);
  if (!isScalar(node) || isAlias(node) || node.value === null) return [];
  const text = typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
  return text.trim() === "" ? [] : [text.trim()];
}

function understood(values: readonly Value[]): ReadProperties {
  const left: Left[] = [];
  const tell = ({ name, line, texts }: Value, wanted: string) => {
    const text = `${name}: ${texts.join(", ")}`.slice(0, 80);
    left.push({ line, kind: "property", text, reason: wanted });
  };
  const the = (role: Role) => values.find((one) => one.role === role && one.texts.length > 0);
  const textOf = (value: Value | undefined) => value?.texts[0] ?? "";
  const all = (role: Role) => values.flatMap((one) => (one.role === role ? one.texts : []));
  const status = the("status");
  const state = stateOfCell(textOf(status));
  if (status !== undefined && (state === null || state === "blank"))
    tell(status, "says no state; write done, reading or to read");
  const hours = the("hours");
  const minutes = hours === undefined ? null : hoursIn(textOf(hours), "hours");
  if (hours !== undefined && minutes === null) tell(hours, "is no time; write 3, 1.5 or 1:30");
  const finished = the("finished");
  const on = finished === undefined ? null : parseDay(textOf(finished).slice(0, 10));
  if (finished !== undefined && on === null) tell(finished, "is no day; write 2026-11-23");
  return {
    left,
    properties: {
      status:
        status === undefined || state === null || state === "blank"
          ? null
          : { line: status.line, state },
      hours: hours === undefined || minutes === null ? null : { line: hours.line, minutes },
      finished: on,
      names: all("name"),
      arxiv: arxivAlone(textOf(the("arxiv"))) ?? arxivIn(all("address").join(" ")),
      addresses: all("address"),
    },
  };
}
