/** What is wrong with a value from outside, in words of our own: the schema library's are for programmers. */
import type * as v from "valibot";

/** A clause that follows a key's name: `must be a whole number`. */
export function clauseOf(issue: v.BaseIssue<unknown>): string {
  if (issue.message.startsWith("must")) return issue.message;
  if (issue.received === "undefined") return "is missing";
  switch (issue.type) {
    case "integer":
      return "must be a whole number";
    case "min_value":
      return `must be at least ${String(issue.requirement)}`;
    case "max_value":
      return `must be at most ${String(issue.requirement)}`;
    case "picklist":
    case "literal":
    case "union":
    case "variant":
      return issue.expected === null
        ? "is not one of those known"
        : `must be ${choice(issue.expected)}`;
    default:
      return issue.expected === null ? "can't be understood" : `must be ${kindOf(issue.expected)}`;
  }
}

/** `("read" | "notes")` as the library says it. */
function choice(expected: string): string {
  const all = expected
    .replace(/^\(|\)$/g, "")
    .split(" | ")
    .map((one) => one.replaceAll('"', ""));
  const [last = "", ...before] = all.reverse();
  return before.length === 0
    ? kindOf(last)
    : `${before.reverse().map(kindOf).join(", ")} or ${kindOf(last)}`;
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  null: "nothing",
  Array: "a list",
  Object: "an object",
};

function kindOf(expected: string): string {
  return Object.hasOwn(kinds, expected) ? (kinds[expected] ?? expected) : expected;
}
