/** A check in words, line by line while it goes. */
import { type CheckEvent, mistakesOf, type Verdict } from "../../core/check/check.ts";
import { type VerdictKind, verdictWords } from "../../core/check/verdict.ts";
import { nameOf, type Target } from "../../workspace/exercises.ts";
import { wrap } from "../picture.ts";
import type { Terminal } from "../terminal.ts";

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
    case "verdict":
      return;
    default:
      event satisfies never;
  }
}

export function sayVerdict(
  { print, paint }: Terminal,
  target: Target,
  verdict: Verdict,
  { seed, show }: { readonly seed: number; readonly show: boolean },
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
  for (const line of show && "shown" in verdict ? verdict.shown : []) {
    print(line.replace(/^/gm, "    "));
  }
  for (const remark of "remarks" in verdict ? verdict.remarks : []) {
    print(wrap(`  ${paint("faint", "Remark:")} ${remark}`, "    "));
  }
  if (passed || quiet.has(verdict.kind)) return;
  print(
    paint(
      "faint",
      `  The same inputs again: study check ${nameOf(target)} --seed ${seed}\n  A hint: study check ${nameOf(target)} --hint`,
    ),
  );
}

/** After these a seed is of no use. */
const quiet: ReadonlySet<VerdictKind> = new Set([
  "not-started",
  "missing-file",
  "missing-function",
  "bad-python",
  "bad-exercise",
  "syntax-error",
  "import-failed",
]);
