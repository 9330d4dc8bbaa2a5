/** Holds a file's value to its schema and puts every issue at its place. */
import * as v from "valibot";
import { editDistance } from "../core/names.ts";
import type { Fault } from "./faults.ts";
import type { Path, Source } from "./source.ts";

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export function check<S extends v.GenericSchema>(
  source: Source,
  schema: S,
): Checked<v.InferOutput<S>> {
  const result = v.safeParse(schema, source.value);
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, faults: result.issues.map((issue) => place(source, issue, schema)) };
}

function place(source: Source, issue: v.BaseIssue<unknown>, schema: v.GenericSchema): Fault {
  const path: Path = (issue.path ?? []).map(({ key }) => key as string | number);
  const name = path.at(-1);
  const where =
    path.length === 0 ? "the file" : typeof name === "number" ? `entry ${name + 1}` : `"${name}"`;
  if (issue.type === "strict_object" && issue.expected === "never") {
    const known = knownKeys(schema, path);
    const near = known.find((key) => editDistance(key, String(name)) <= 2);
    const hint =
      near === undefined ? `; known are ${known.join(", ")}` : `; did you mean "${near}"?`;
    return source.faultAtKey(path, `${where} is not known here${hint}`);
  }
  if (issue.type === "strict_object" && issue.input === undefined) {
    return source.faultAt(path.slice(0, -1), `${where} is missing`);
  }
  const message = issue.type === "strict_object" ? "must hold keys and values" : issue.message;
  return source.faultAt(path, `${where} ${message}`);
}

/** The keys that the schema has where `path` points. */
function knownKeys(schema: v.GenericSchema, path: Path): readonly string[] {
  let current: unknown = schema;
  for (const key of path.slice(0, -1)) {
    if (typeof key === "number") current = (innermost(current) as { item?: unknown }).item;
    else current = (innermost(current) as { entries?: Record<string, unknown> }).entries?.[key];
  }
  return Object.keys((innermost(current) as { entries?: object }).entries ?? {});
}

/** A schema without its pipe of checks. */
function innermost(schema: unknown): object {
  const { pipe } = (schema ?? {}) as { pipe?: readonly unknown[] };
  return (pipe?.[0] ?? schema ?? {}) as object;
}
