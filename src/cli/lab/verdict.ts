/** A check in words, line by line while it goes. */
import { type CheckEvent, mistakesOf, type Verdict } from "../../core/check/check.ts";
import { type VerdictKind, verdictWords } from "../../core/check/verdict.ts";
import { nameOf, type Target } from "../../workspace/exercises.ts";
import type { Terminal } from "../terminal.ts";
import { wrap } from "../wrap.ts";

export function sayEvent({ print, paint }: Terminal, target: Target, event: CheckEvent): void {
  switch (event.event) {
    case "started":
      print(
        `${paint("strong", target.exercise.title)}  ${nameOf(target)}${paint("faint", `  seed ${event.seed}`)}`,
      );
      return;
    case "case":
      print(
        event.passed
          ? `  ${paint("good", "✓")} ${event.label}`
          : `  ${paint("late", "✗")} ${event.label}`,
      );
      return;
    case "printed":
      if (event.text.trim() === "") return;
      print(paint("faint", event.text.trimEnd().replace(/^/gm, "  | ")));
      return;
    case "ready":
    case "loading":
    case "cases":
    case "case-started":
    case "laws-started":
    case "law":
    case "picture":
    case "input":
    case "verdict":
      return;
    default:
      event satisfies never;
  }
}

/** What a run told before its verdict. */
export interface Told {
  readonly seed: number;
  /** The case to repeat alone, from 0: the first that fails, or the one at which the code ended. */
  readonly case: number | null;
  /** The input of the case, where it is to be shown. */
  readonly input: readonly string[];
}

export function sayVerdict(
  { print, paint }: Terminal,
  target: Target,
  verdict: Verdict,
  { seed, case: at, input }: Told,
): void {
  const passed = verdict.kind === "passed";
  const head = paint(passed ? "good" : "late", verdictWords[verdict.kind]);
  const said = verdict.kind === "not-started" ? verdict.sentence : `${head}: ${verdict.sentence}`;
  print(wrap(`  ${said}`, "    "));
  if ("case" in verdict && verdict.case !== undefined) {
    print(wrap(`    in the case “${verdict.case}”`, "    "));
  }
  for (const { file, line, text } of "trace" in verdict ? verdict.trace.slice(-3) : []) {
    print(paint("faint", `    ${file}:${line ?? "?"}  ${text.trim()}`));
  }
  const explains = "explains" in verdict ? verdict.explains : undefined;
  if (explains === "together") print(`  ${paint("accent", "Two mistakes at once give this:")}`);
  for (const { id, sentence } of mistakesOf(verdict)) {
    const head = explains === "together" ? `"${id}":` : `This is what "${id}" gives:`;
    print(wrap(`  ${paint("accent", head)} ${sentence}`, "    "));
  }
  if (explains === "part") print(wrap("  Something else is wrong as well.", "    "));
  const laws = "laws" in verdict ? verdict.laws : [];
  for (const law of laws.filter((told) => told !== verdict.sentence)) {
    print(wrap(`  ${paint("late", "Law:")} ${law}`, "    "));
  }
  if ("step" in verdict && verdict.step !== undefined) {
    print(wrap(`  ${paint("accent", "Where to look:")} ${verdict.step.sentence}`, "    "));
  }
  if (input.length > 0) print(paint("faint", "  Its input:"));
  for (const line of input) print(`    ${line}`);
  for (const remark of "remarks" in verdict ? verdict.remarks : []) {
    print(wrap(`  ${paint("faint", "Remark:")} ${remark}`, "    "));
  }
  if (passed || quiet.has(verdict.kind)) return;
  const name = nameOf(target);
  const alone =
    at === null || target.paper === null
      ? []
      : [
          `  That case alone, with its input: study check ${name} --seed ${seed} --case ${at + 1} --show`,
        ];
  const next = [
    `  The same inputs again: study check ${name} --seed ${seed}`,
    ...alone,
    `  A hint: study check ${name} --hint`,
  ];
  print(paint("faint", next.join("\n")));
}

/** After these a seed is of no use. */
const quiet: ReadonlySet<VerdictKind> = new Set([
  "not-started",
  "missing-file",
  "no-such-case",
  "missing-function",
  "bad-python",
  "bad-exercise",
  "syntax-error",
  "import-failed",
]);
