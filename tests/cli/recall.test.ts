/** Cards on the terminal: what a retention costs, cards that keep failing, parameters that are fitted. */
import { afterEach, expect, test } from "bun:test";
import type { Command } from "../../src/core/decide/command.ts";
import { layoutOf } from "../../src/workspace/layout.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { emptyFolder, type Folder, workspace } from "./study.ts";

let folder: Folder;
afterEach(() => folder.remove());

const evening = Date.parse("2026-01-05T18:00Z");
const day = 86_400_000;

/** A learner whose memory is better than FSRS believes at first; seeded. */
async function answered(days: number): Promise<void> {
  folder = emptyFolder();
  await folder.ok("init", "--yes", "--start", "2026-01-05");
  const workspace = await openWorkspace(layoutOf(folder.path));
  const { decks } = await workspace.material();
  let state = 11;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const cards = Object.values(decks)
    .flat()
    .slice(0, 140)
    .map((card, index) => ({ card, due: index % 6, gap: 1, answered: 0 }));
  for (let today = 0; today < days; today++) {
    const commands = cards
      .filter(({ due }) => due === today)
      .map((one): Command => {
        const known = one.answered === 0 ? random() < 0.7 : random() < 0.96;
        one.gap = known ? one.gap * 2 : 1;
        one.due = today + one.gap;
        one.answered += 1;
        const { id, paper } = one.card;
        return { do: "review-card", card: id, paper, grade: known ? 3 : 1 };
      });
    if (commands.length === 0) continue;
    const done = await workspace.run(commands, "cli", evening + today * day);
    if (!done.ok) throw new Error(done.message);
  }
  workspace.close();
}

test("recall.4 a fit says what it gains on answers it has not seen, is kept, and goes back", async () => {
  await answered(22);
  const found = await folder.json<{ before: number; after: number; kept: boolean }>("cards", "fit");
  expect(found.kept).toBe(true);
  expect(found.after).toBeLessThan(found.before);
  expect(await folder.ok("cards", "settings")).toMatch(/fitted .* answers: log loss \d/);
  await folder.ok("undo");
  expect(await folder.ok("cards", "settings")).toContain("FSRS's own");
});

test("recall.3 a retention says its cost, and a dear one is saved only when that is accepted", async () => {
  folder = emptyFolder();
  await folder.ok("init", "--yes");
  const { out, err, code } = await folder.study("cards", "settings", "--retention", "99");
  expect([out, err, code]).toEqual([
    "At 99 % a card comes about 15 times as often as at 90 %.\n",
    "Nothing was changed; with --yes it is saved at that cost.\n",
    1,
  ]);
  expect(await folder.ok("cards", "settings", "--retention", "99", "-y")).toContain("99 %");
  expect(await folder.refused("cards", "fit")).toMatch(
    /^Fitting needs 300 answers .* there are 0\./,
  );
  expect(await folder.refused("cards", "settings", "--retention", "100")).toContain("70 to 99");
  expect(await folder.ok("cards", "settings", "--new", "5")).toContain("5 new cards a day");
});

test("a retention is a percentage or a share, and a review's paper may stand without its option", async () => {
  folder = await workspace();
  for (const [said, means] of [
    ["0.9", "90 %"],
    [".85", "85 %"],
    ["0.7", "70 %"],
    ["95%", "95 %"],
  ] as const) {
    await folder.ok("cards", "settings", "--retention", said);
    expect(await folder.ok("cards", "settings")).toContain(means);
  }
  for (const said of ["0.5", "0.999", "1", "9"]) {
    expect(await folder.refused("cards", "settings", "--retention", said)).toContain(
      "is not a retention",
    );
  }
  await folder.ok("read", "bert");
  const queue = await folder.json<{ cards: readonly { id: string }[] }>("review", "bert");
  expect(queue).toEqual(await folder.json("review", "--paper", "bert"));
  expect(await folder.refused("review", "nonsuch")).toContain('There is no paper "nonsuch"');
  expect(await folder.refused("search")).toContain("The words are missing.");
});
