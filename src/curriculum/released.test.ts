import { expect, test } from "bun:test";
import { sayFault } from "./faults.ts";
import { idsOf, releaseAll, releasedFaults, releasedFile } from "./released.ts";
import { starterFiles } from "./starter.ts";

const whole = starterFiles("example", "Example Tracker");
const released = () => new Map(whole).set(releasedFile, releaseAll(whole).text);
const faults = (files: ReadonlyMap<string, string>) => releasedFaults(files).map(sayFault);

test("ids of papers, tasks, milestones, resources, cards and exercises", () => {
  const files = new Map(whole).set("papers/first-paper/exercises/one/exercise.md", "");
  expect(idsOf(files)).toEqual({
    papers: ["first-paper"],
    tasks: ["w1-read", "w1-build"],
    milestones: ["milestone-1"],
    resources: ["course-1"],
    cards: ["first-paper.problem", "first-paper.why-it-works", "first-paper.compared"],
    exercises: ["first-paper/one"],
  });
});

test("nothing is wrong while all are there, and a second release adds nothing", () => {
  expect(faults(whole)).toEqual([]);
  expect(faults(released())).toEqual([]);
  expect(releaseAll(released())).toEqual({ text: released().get(releasedFile) ?? "", added: 0 });
});

test("an id that is gone is told by its line; releasing again does not forget it", () => {
  const files = released();
  const deck = "papers/first-paper/deck.yaml";
  files.set(deck, (files.get(deck) ?? "").replace("id: problem", "id: the-problem"));
  const gone = [
    'released.yaml:12:5: the card "first-paper.problem" was released and is gone; journals refer to it',
  ];
  expect(faults(files)).toEqual(gone);
  const { text, added } = releaseAll(files);
  expect(added).toBe(1);
  expect(text).toContain('- "first-paper.the-problem"');
  expect(faults(new Map(files).set(releasedFile, text))).toEqual(gone);
});

test("the file itself has a form", () => {
  const files = new Map(whole).set(releasedFile, "pappers: []\n");
  expect(faults(files)[0]).toStartWith('released.yaml:1:1: "pappers" is not known here');
});
