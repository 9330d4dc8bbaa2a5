/** Holds a file's value to its schema and puts every issue at its place. */
import * as v from "valibot";
import type { Fault } from "./faults.ts";
import type { Path, Source } from "./source.ts";
import { didYouMean, quote } from "./suggest.ts";

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export function check<S extends v.GenericSchema>(
  source: Source,
  schema: S,
): Checked<v.InferOutput<S>> {
  const result = v.safeParse(schema, source.value);
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, faults: result.issues.flatMap((issue) => place(source, issue, schema)) };
}

function place(
  source: Source,
  issue: v.BaseIssue<unknown>,
  schema: v.GenericSchema,
): readonly Fault[] {
  const path: Path = (issue.path ?? []).map(({ key }) => key as string | number);
  if (issue.type !== "strict_object") {
    return [source.faultAt(path, `${subject(path)} ${issue.message}`)];
  }
  const isOfKey = issue.expected === "never" || issue.input === undefined;
  const mapping = isOfKey ? path.slice(0, -1) : path;
  // The schema library takes a list for a mapping whose keys are its indices.
  if (!isOfKey || Array.isArray(issue.path?.at(-1)?.input)) {
    return [source.faultAt(mapping, `${subject(mapping)} must hold keys and values`)];
  }
  if (issue.expected === "never") return unknownKeys(source, issue, path, knownKeys(schema, path));
  return [source.faultAt(mapping, `${subject(path)} is missing`)];
}

function subject(path: Path): string {
  const name = path.at(-1);
  if (name === undefined) return "the file";
  return typeof name === "number" ? `entry ${name + 1}` : `"${name}"`;
}

/** All of the mapping's; the schema library stops at the first. */
function unknownKeys(
  source: Source,
  issue: v.BaseIssue<unknown>,
  path: Path,
  known: readonly string[],
): readonly Fault[] {
  const mapping = issue.path?.at(-1)?.input;
  return Object.keys(Object(mapping))
    .filter((key) => !known.includes(key))
    .map((key) => {
      const hint = didYouMean(key, known) || `; known are ${known.join(", ")}`;
      return source.faultAtKey(
        [...path.slice(0, -1), key],
        `${quote(key)} is not known here${hint}`,
      );
    });
}

/** The keys that the schema has where `path` points. */
function knownKeys(schema: v.GenericSchema, path: Path): readonly string[] {
  let current: unknown = schema;
  for (const key of path.slice(0, -1)) {
    if (typeof key === "number") current = (innermost(current) as { item?: unknown }).item;
    else {
      const { entries, value } = innermost(current) as Keyed;
      current = entries === undefined ? value : entries[key];
    }
  }
  return Object.keys((innermost(current) as { entries?: object }).entries ?? {});
}

/** A mapping of known keys, or of any keys to values of one kind. */
interface Keyed {
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly value?: unknown;
}

/** A schema without its pipe of checks and without what lets it be left out. */
function innermost(schema: unknown): object {
  const { pipe, wrapped } = (schema ?? {}) as { pipe?: readonly unknown[]; wrapped?: unknown };
  const inner = pipe?.[0] === schema ? undefined : pipe?.[0];
  const next = wrapped ?? inner;
  return next === undefined ? ((schema ?? {}) as object) : innermost(next);
}
