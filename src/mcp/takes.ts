/** What a tool takes, for assistants: the JSON Schema of a flat object of words and numbers. */
import * as v from "valibot";

export type Takes = v.StrictObjectSchema<v.ObjectEntries, undefined>;

interface Property {
  readonly type: "string" | "integer";
  readonly description?: string;
  readonly enum?: readonly string[];
}

export interface TakesJson {
  readonly [key: string]: unknown;
  readonly type: "object";
  readonly properties: { readonly [name: string]: Property };
  readonly required: string[];
  readonly additionalProperties: false;
}

export const words = (what: string) =>
  v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"), v.description(what));
export const whole = (what: string, least: number, most: number) =>
  v.pipe(
    v.number(),
    v.integer("must be a whole number"),
    v.minValue(least, `must be from ${least} to ${most}`),
    v.maxValue(most, `must be from ${least} to ${most}`),
    v.description(what),
  );

export function jsonOf(takes: Takes): TakesJson {
  const fields = Object.entries(takes.entries);
  return {
    type: "object",
    properties: Object.fromEntries(fields.map(([name, field]) => [name, propertyOf(field)])),
    required: fields.flatMap(([name, field]) => (field.type === "optional" ? [] : [name])),
    additionalProperties: false,
  };
}

function propertyOf(field: v.GenericSchema): Property {
  const inner = "wrapped" in field ? (field.wrapped as v.GenericSchema) : field;
  const description = v.getDescription(inner);
  const about = description === undefined ? {} : { description };
  if (inner.type === "picklist" && "options" in inner) {
    return { type: "string", ...about, enum: inner.options as readonly string[] };
  }
  return { type: inner.type === "number" ? "integer" : "string", ...about };
}

export type Read<T> =
  | { readonly ok: true; readonly given: T }
  | { readonly ok: false; readonly fault: string };

export function readGiven<S extends Takes>(takes: S, given: unknown): Read<v.InferOutput<S>> {
  const read = v.safeParse(takes, given ?? {});
  if (read.success) return { ok: true, given: read.output };
  const [issue] = read.issues;
  const path = issue.path?.map(({ key }) => String(key)).join(".") ?? "";
  if (issue.type === "strict_object") {
    const known = Object.keys(takes.entries).join(", ") || "nothing";
    return issue.expected === "never"
      ? { ok: false, fault: `There is no "${path}" here; this tool takes ${known}.` }
      : { ok: false, fault: `"${path}" is missing; this tool takes ${known}.` };
  }
  return { ok: false, fault: `"${path}" is not right: ${clause(issue)}.` };
}

function clause(issue: v.BaseIssue<unknown>): string {
  if (issue.type === "picklist") return `it must be ${issue.expected}`;
  if (issue.type === "string") return "it must be text";
  if (issue.type === "number") return "it must be a number";
  return `it ${issue.message}`;
}
