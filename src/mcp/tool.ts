/** A tool as a value: what it is called, what it takes, whether it changes anything, and what it does. */
import type * as v from "valibot";
import { type Answer, type Asked, refused } from "./asked.ts";
import { jsonOf, readGiven, type Takes, type TakesJson } from "./takes.ts";

interface Shape<S extends Takes> {
  readonly name: string;
  readonly title: string;
  /** For the assistant: when to use it. */
  readonly about: string;
  readonly changes: "nothing" | "the journal";
  readonly takes: S;
  readonly run: (asked: Asked, given: v.InferOutput<S>) => Promise<Answer>;
}

export interface Tool extends Pick<Shape<Takes>, "name" | "title" | "about" | "changes"> {
  readonly json: TakesJson;
  readonly call: (asked: Asked, given: unknown) => Promise<Answer>;
}

export function tool<S extends Takes>({ takes, run, ...shape }: Shape<S>): Tool {
  return {
    ...shape,
    json: jsonOf(takes),
    async call(asked, given) {
      const read = readGiven(takes, given);
      return read.ok ? run(asked, read.given) : refused(read.fault);
    },
  };
}
