/** What a file says twice, in another shape, or no more: told, and nothing of it guessed. */
import { describe, expect, test } from "bun:test";
import {
  behindTheFile,
  command,
  edit,
  save,
  type TrackerFile,
  trackerFile,
} from "../../tests/fixtures/tracker-file.ts";
import type { ItemId, PaperId } from "../core/content/curriculum.ts";

const bert = "| BERT | ☐ | ☐ | ☐ | 0 |";
const blog = "- [ ] Blog about key insights";
const messages = (saved: { readonly problems: readonly { readonly message: string }[] }) =>
  saved.problems.map(({ message }) => message);

function expectSettled(file: TrackerFile): void {
  const again = save(file, file.text);
  expect(again.bodies).toEqual([]);
  expect(again.text).toBe(file.text);
}

describe("a task in a shape that is not understood", () => {
  for (const shape of [
    "- DONE Blog about key insights",
    "- TODO Blog about key insights",
    "** DONE Blog about key insights",
    '- <input type="checkbox" checked> Blog about key insights',
    "Blog about key insights ✓",
    "| Done | Task |\n|---|---|\n| ☑ | Blog about key insights |",
    "1) (done) Blog about key insights, at last",
  ]) {
    test(`tracker.12 "${shape.slice(0, 40)}" is the task still, is told, and is doubled by nothing`, () => {
      const saved = edit(trackerFile(), blog, shape);
      expect(saved.bodies).toEqual([]);
      expect(messages(saved).join()).toContain('Write it as "- [ ] Blog about key insights"');
      expect(saved.text).toContain(shape);
      expectSettled(saved);
      const later = command(saved, { do: "set-reward", reward: 1, text: "Dinner" });
      expect(later.text.split("Blog about key insights")).toHaveLength(2);
    });
  }
});

describe("a row that is none of a paper", () => {
  for (const row of [
    "| Total | | | | 2 |",
    "| **Total** | 1/3 | | | **2** |",
    "| Sum: | | | | 2h |",
    "| … | | | | |",
  ]) {
    test(`tracker.13 ${row} is left alone and told`, () => {
      const saved = edit(trackerFile(), bert, `${bert}\n${row}`);
      expect(saved.bodies).toEqual([]);
      expect(messages(saved).join()).toContain("names no paper");
      expect(saved.text).toContain(row);
      expectSettled(saved);
    });
  }

  for (const name of [
    "BERT[^1]",
    "BERT #peft",
    "1. BERT",
    "*BERT* (2018)",
    "<mark>BERT</mark>",
    "BERT<br>",
  ]) {
    test(`tracker.13 "${name}" is BERT still`, () => {
      const saved = edit(trackerFile(), bert, `| ${name} | ☑ | ☐ | ☐ | 0 |`);
      expect(saved.bodies).toEqual([
        expect.objectContaining({ type: "paper.marked", paper: "bert" }),
      ]);
      expectSettled(saved);
    });
  }

  test("tracker.13 of two rows with new names each is told with the paper that stood there", () => {
    const text = trackerFile().text.replace("| BERT |", "| One |").replace("| GPT-1 |", "| Two |");
    const said = messages(save(trackerFile(), text)).join("\n");
    expect(said).toContain('"One" is new and the row of "BERT" is gone');
    expect(said).toContain('"Two" is new and the row of "GPT-1" is gone');
  });
});

describe("what stands twice, or no more", () => {
  test("tracker.18 a phase that was doubled is told with both lines, and the first is read", () => {
    const file = trackerFile();
    const from = file.text.indexOf("### Phase 2");
    const block = file.text.slice(from, file.text.indexOf("### Phase 3"));
    const second = block.replace("| GPT-1 | ☐ | ☐ | ☐ | 0 |", "| GPT-1 | ☑ | ☐ | ☐ | 3 |");
    const saved = save(file, file.text.replace("### Phase 3", `${second}### Phase 3`));
    expect(saved.bodies).toEqual([]);
    expect(messages(saved).join()).toContain("appears twice");
    expect(saved.text).toContain("| GPT-1 | ☑ | ☐ | ☐ | 3 |");
    expectSettled(saved);
  });

  test("tracker.18 a second table of a phase is told", () => {
    const head = "| Paper | Status | Notes | Implementation | Hours |\n|---|---|---|---|---|";
    const saved = edit(
      trackerFile(),
      `${bert}\n`,
      `${bert}\n\nLater:\n\n${head}\n| BERT | ☑ | ☐ | ☐ | 1 |\n\n`,
    );
    expect(messages(saved).join()).toContain("a second table with the tracker's columns");
    expectSettled(saved);
  });

  test("tracker.18 a row of the curriculum's that was deleted is told, and its record stays", () => {
    const saved = edit(trackerFile(), `${bert}\n`, "");
    expect(saved.bodies).toEqual([]);
    expect(messages(saved).join()).toContain('"BERT" has no row in this table any more');
    expectSettled(saved);
    // Told as long as it is so, for `doctor`; the terminal says it once.
    expect(messages(save(saved, saved.text)).join()).toContain('"BERT" has no row');
  });

  test("tracker.12 of two tasks with the same words each has its line, and no edit elsewhere removes one", () => {
    const add = { do: "add-item", kind: "task", list: "week:1" } as const;
    const once = command(trackerFile(), { ...add, text: "Exercise" });
    const twice = command(once, { ...add, text: "*Exercise*" });
    expect(twice.text.match(/^- \[ \] \*?Exercise\*?$/gm)).toHaveLength(2);
    const saved = edit(twice, "- Phase 1 Complete: ___________", "- Phase 1 Complete: Cake");
    expect(saved.bodies).toEqual([expect.objectContaining({ type: "reward.set" })]);
    const ticked = edit(saved, "- [ ] *Exercise*", "- [x] *Exercise*");
    expect(ticked.bodies).toEqual([expect.objectContaining({ type: "item.marked", done: true })]);
    const gone = edit(ticked, "- [x] *Exercise*\n", "");
    expect(gone.bodies).toEqual([expect.objectContaining({ type: "item.removed" })]);
    expectSettled(gone);
  });

  test("tracker.12 a line that a merge of both sides doubled is told and becomes no second task", () => {
    const saved = edit(trackerFile(), blog, `${blog}\n${blog.replace("[ ]", "[x]")}`);
    expect(saved.bodies).toEqual([]);
    expect(messages(saved).join()).toContain(
      '"Blog about key insights" stands in line 87 too, which is read; this line is left as it is.',
    );
    expectSettled(saved);
  });

  test("tracker.18 the dates at the foot are missed", () => {
    const { text } = trackerFile();
    const saved = save(trackerFile(), text.slice(0, text.indexOf("**Last Updated**")));
    expect(messages(saved).join()).toContain('lost its line "Last Updated"');
    expectSettled(saved);
  });

  test("tracker.18 a comment that nobody closed is told by its line, and nothing else of it", () => {
    const saved = edit(trackerFile(), "### Week 2:", "<!-- a note to self\n### Week 2:");
    expect(messages(saved)).toEqual([
      expect.stringContaining("The comment that begins here never ends"),
    ]);
    expectSettled(saved);
  });
});

describe("both sides changed one thing", () => {
  const task = (file: TrackerFile, words: string) => {
    const found = file.situation.progress.weeks
      .flatMap(({ tasks }) => tasks)
      .find(({ text }) => text === words);
    if (found === undefined) throw new Error(words);
    return found.id as ItemId;
  };
  const words = "Blog about key insights";

  test("tracker.20 a tick of what a command has removed is told", () => {
    const file = trackerFile();
    const now = behindTheFile(file, { do: "remove-item", item: task(file, words) });
    const saved = save(now, file.text.replace(blog, `- [x] ${words}`));
    expect(saved.bodies).toEqual([]);
    expect(messages(saved).join()).toContain("was ticked here and removed by a command");
  });

  test("tracker.20 a line that was deleted stays where a command has changed it, and that is told", () => {
    const file = trackerFile();
    const now = behindTheFile(file, {
      do: "edit-item",
      item: task(file, words),
      text: "Blog on it",
    });
    const saved = save(now, file.text.replace(`${blog}\n`, ""));
    expect(saved.bodies).toEqual([]);
    expect(messages(saved).join()).toContain(
      'A command changed "Blog about key insights" to "Blog on it"',
    );
  });
});

test("tracker.14 words between the blank's strokes are the reward, and a milestone's label is words", () => {
  const reward = edit(
    trackerFile(),
    "- Phase 1 Complete: ___________",
    "- Phase 1 Complete: ___pizza____",
  );
  expect(reward.bodies).toEqual([expect.objectContaining({ type: "reward.set", text: "pizza" })]);
  const last = "- [ ] **Milestone 6**: Create comprehensive LLM comparison";
  const added = edit(trackerFile(), last, `${last}\n- [ ] **Milestone 7**: Publish`);
  expect(added.bodies).toEqual([
    expect.objectContaining({ type: "item.added", text: "Milestone 7: Publish" }),
  ]);
});

test("tracker.2 a goal and a reward may hold what looks like a label, a task what looks escaped", () => {
  const before = trackerFile();
  const task = before.situation.progress.weeks[0]?.tasks[0]?.id as ItemId;
  const goal = command(before, { do: "set-goal", week: 1, text: "The **Goal**: of it all" });
  const reward = command(goal, { do: "set-reward", reward: 2, text: "A **Start Date**: for two" });
  const file = command(reward, { do: "edit-item", item: task, text: "Set in LaTeX \\\\| x" });
  const saved = edit(file, "- Phase 5 Complete: ___________", "- Phase 5 Complete: Cake");
  expect(saved.bodies).toEqual([{ type: "reward.set", reward: 5, text: "Cake" }]);
});

test("tracker.13 what is told of a strange row names a paper of its own table", () => {
  const saved = edit(trackerFile(), bert, "| ELMo | ☐ | ☐ | ☐ | 0 |");
  expect(messages(saved).join()).toContain('the row of "BERT" is gone');
  expect(saved.bodies).toEqual([]);
  expect(saved.situation.progress.papers.some(({ id }) => id === ("bert" as PaperId))).toBe(true);
});
