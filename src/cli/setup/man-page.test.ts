import { expect, test } from "bun:test";
import { buildProgram } from "../program.ts";
import { processTerminal } from "../terminal.ts";
import { manPage } from "./man-page.ts";

const page = manPage(buildProgram(processTerminal(), "1.2.3", undefined), "1.2.3");

test("the manual has a section for every command, with what it takes and its options", () => {
  const sections = page.split("\n").filter((line) => line.startsWith(".SS "));
  expect(sections.length).toBeGreaterThan(40);
  expect(page).toContain(".SS study log <duration> [paper...]");
  expect(page).toContain(".SS study cards add");
  expect(page).toContain(".B \\-\\-json");
  expect(page).not.toContain("study complete ");
  // No line is a command by chance.
  for (const line of page.split("\n")) {
    if (/^['.]/.test(line)) expect(line).toMatch(/^\.(TH|SH|SS|TP|B|BR|I)( |$)/);
  }
});

const groff = Bun.which("groff");
test.skipIf(groff === null)("groff sets the manual without a complaint", () => {
  const set = Bun.spawnSync([groff ?? "", "-man", "-Tutf8", "-ww", "-Kutf8", "-P-c"], {
    stdin: Buffer.from(page),
    stdout: "pipe",
    stderr: "pipe",
  });
  expect(set.stderr.toString()).toBe("");
  // Bold letters are struck twice.
  const text = set.stdout.toString().replaceAll(new RegExp(`.${String.fromCharCode(8)}`, "gu"), "");
  expect(text).toContain("study log <duration> [paper...]");
  expect(text).toContain("--json");
});
