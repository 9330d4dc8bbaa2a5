import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type Folder, workspace } from "./study.ts";

let folder: Folder;
beforeAll(async () => {
  folder = await workspace("--start", "2026-01-05", "--hours", "8");
  await folder.ok("log", "30m", "layernorm", "--pass", "3");
  await folder.ok("log", "30m", "palm", "--pass", "1");
});
afterAll(() => folder.remove());

const widest = (text: string) => Math.max(...text.split("\n").map((line) => Bun.stringWidth(line)));

describe("guide", () => {
  test("all sections, in 80 columns", async () => {
    const text = await folder.ok("guide", "layernorm");
    for (const title of [
      "Why it matters",
      "Read before",
      "Three passes",
      "Equations",
      "Worked through with numbers",
      "Glossary",
      "What later work changed",
      "Common misreadings",
      "Prompts for your notes",
      "Teach-back",
      "Links",
    ]) {
      expect(text).toContain(`\n${title}\n`);
    }
    expect(text).toContain("[Section 3, eq. (3)]");
    // A formula without a blank can't be broken.
    const prose = text.split("\n").filter((line) => !line.includes("\\"));
    expect(widest(prose.join("\n"))).toBeLessThanOrEqual(80);
  });

  test("one section, by its beginning", async () => {
    const text = await folder.ok("guide", "layernorm", "--section", "teach");
    expect(text).toStartWith("Teach-back\n");
    expect(text).not.toContain("Glossary");
    expect(await folder.refused("guide", "layernorm", "--section", "nonsense")).toBe(
      'There is no section "nonsense": use why, needs, ahead, passes, equations, walkthrough, glossary, later, companions, misreadings, prompts, teach-back, links.',
    );
  });

  test("the passes' answers are hidden until they are asked for", async () => {
    const hidden = await folder.ok("guide", "layernorm", "--section", "passes");
    expect(hidden).toContain("- Why does it need no running averages at test time?");
    expect(hidden).toContain("--answers shows the answers.");
    expect(hidden).not.toContain("from the case at hand");
    const shown = await folder.ok("guide", "layernorm", "--section", "passes", "--answers");
    expect(shown.replaceAll(/\s+/g, " ")).toContain("from the case at hand");
  });

  test("an equation names its cards and exercise, a card leads to its place, what comes later says what is enough", async () => {
    const equations = await folder.ok("guide", "layernorm", "--section", "equations");
    expect(equations.replaceAll(/\s+/g, " ")).toContain(
      "Cards: layernorm.statistics, layernorm.worked, layernorm.shared-statistics, layernorm.code-bug Exercise",
    );
    const one = await folder.ok("cards", "list", "layernorm.statistics");
    expect(one).toContain("Over the H summed inputs of one layer");
    expect(one).not.toContain("layernorm.worked");
    const ahead = await folder.ok("guide", "attention", "--section", "ahead");
    expect(ahead).toStartWith("Comes later; enough to know\n  - Deep Residual Learning:");
    expect(await folder.ok("guide", "scaling-laws", "--section", "companions")).toContain(
      "required\n    https://arxiv.org/abs/2203.15556",
    );
  });

  test("JSON holds the record and the guide", async () => {
    const guide = await folder.json<{ paper: string; passes: unknown[]; year: number }>(
      "guide",
      "layernorm",
    );
    expect([guide.paper, guide.passes.length, guide.year]).toEqual(["layernorm", 3, 2016]);
    const links = await folder.json<{ links: unknown[]; passes?: unknown }>(
      "guide",
      "layernorm",
      "--section",
      "links",
    );
    expect(links.links.length).toBeGreaterThan(0);
    expect(links.passes).toBeUndefined();
  });
});

interface Queue {
  readonly fresh: number;
  readonly held: number;
  readonly cards: readonly { readonly id: string; readonly front: string; readonly back: string }[];
}

describe("review", () => {
  test("a line stands for a key: show, grade, take back, end", async () => {
    const before = await folder.json<Queue>("review");
    expect(before.fresh).toBe(10);
    const { out, code } = await folder.fed("\n3\n\n1\nu\n\n4\nq\n", "review");
    expect(code).toBe(0);
    expect(out).toMatch(/1 again \(1m\) {3}2 hard \(\d+m\) {3}3 good \(10m\) {3}4 easy \(\d+d\)/);
    expect(out).toContain("2 cards answered, 8 still due.");
    const after = await folder.json<Queue>("review");
    expect(after.fresh).toBe(8);
    await folder.ok("undo");
    expect((await folder.json<Queue>("review")).fresh).toBe(9);
  });

  test("a grade before the answer is looked at is not taken", async () => {
    const { out } = await folder.fed("3\nq\n", "review");
    expect(out).toContain("First look at the answer");
    expect(out).toContain("0 cards answered");
  });

  test("a card with numbers asks with the same ones until it is answered, then with others; 'again' leads back to its section", async () => {
    const worked = async () => {
      const cards = await folder.json<Queue["cards"]>("cards", "list", "layernorm.worked");
      return cards[0];
    };
    const first = await worked();
    expect(first?.front).toMatch(/summed inputs \$a = \(-?\d+, -?\d+, \d+, \d+\)\$/);
    expect(`${first?.front}${first?.back}`).not.toContain("{{");
    expect(await worked()).toEqual(first);
    const { cards } = await folder.json<Queue>("review", "--paper", "layernorm");
    const place = cards.findIndex(({ id }) => id === "layernorm.worked");
    expect(cards[place]?.front).toBe(first?.front);
    const { out } = await folder.fed(
      `${"\n3\n".repeat(place)}\n1\nq\n`,
      "review",
      "--paper",
      "layernorm",
    );
    expect(out.replaceAll(/\s+/g, " ")).toContain(
      "Read again: Section 3, eq. (3) and Section 5.1, eq. (5); “Layer normalization statistics” in study guide layernorm --section equations.",
    );
    expect((await worked())?.front).not.toBe(first?.front);
    for (let back = 0; back <= place; back += 1) await folder.ok("undo");
    expect((await worked())?.front).toBe(first?.front);
  });

  test("the input's end is the session's end", async () => {
    const { code, out } = await folder.study("review");
    expect(code).toBe(0);
    expect(out).toContain("0 cards answered, 9 still due.");
  });

  test("--paper asks one paper's cards; a paper that is not begun has none", async () => {
    const { cards } = await folder.json<Queue>("review", "--paper", "palm");
    expect(cards.every(({ id }) => id.startsWith("palm."))).toBe(true);
    expect(await folder.ok("review", "--paper", "gpt-4")).toContain("Nothing is due");
  });
});

describe("cards", () => {
  test("add, edit, suspend, resume, remove one's own", async () => {
    await folder.ok("cards", "add", "What is masked?", "15 % of the tokens", "--paper", "bert");
    const listed = () =>
      folder.json<{ id: string; back: string; suspended: boolean }[]>("cards", "list", "bert");
    const id = "own.bert-what-is-masked";
    const own = async () => (await listed()).find((card) => card.id === id);
    expect((await own())?.back).toBe("15 % of the tokens");
    await folder.ok("cards", "edit", id, "--back", "15 % of the word pieces");
    expect((await own())?.back).toBe("15 % of the word pieces");
    await folder.ok("cards", "suspend", id);
    expect((await own())?.suspended).toBe(true);
    await folder.ok("cards", "resume", id);
    expect((await own())?.suspended).toBe(false);
    await folder.ok("cards", "remove", id);
    expect(await own()).toBeUndefined();
  });

  test("recall.6 numbers that change are checked, drawn, edited and kept as they were written", async () => {
    const front =
      "How many weights have {{n in 2..8 step 2}} layers of width {{d in 64, 128, 256}}?";
    expect(await folder.refused("cards", "add", front, "{{w := 12 * n * q^2}}")).toContain(
      'The formula of "w": nothing before this is called "q"; known are n, d.',
    );
    await folder.ok("cards", "add", front, "{{w := 12 * n * d^2}}");
    const id = "own.how-many-weights-have-layers-of-width";
    const shown = async () => {
      const cards = await folder.json<{ id: string; front: string; back: string }[]>(
        "cards",
        "list",
      );
      return cards.find((card) => card.id === id);
    };
    const first = await shown();
    const [, n = "", d = ""] = /have (\d) layers of width (\d+)\?/.exec(first?.front ?? "") ?? [];
    expect(first?.back.replace(",", "")).toBe(String(12 * Number(n) * Number(d) ** 2));
    expect(await shown()).toEqual(first);
    // The words that are not changed keep their numbers.
    await folder.ok(
      "cards",
      "edit",
      id,
      "--back",
      "{{w := 12 * n * d^2 / 1000, digits 3, unit k}}",
    );
    expect((await shown())?.front).toBe(first?.front);
    expect((await shown())?.back).toEndWith(" k");
    await folder.ok("cards", "remove", id);
  });

  test("a curriculum's card can be put in one's own words, not removed", async () => {
    expect(await folder.refused("cards", "remove", "layernorm.statistics")).toContain("suspend it");
    await folder.ok("cards", "edit", "layernorm.statistics", "--front", "Over what?");
    expect(await folder.ok("cards", "list", "layernorm")).toContain("Over what?");
    await folder.ok("undo");
    expect(await folder.refused("cards", "suspend", "layernorm.statistic")).toContain(
      "did you mean layernorm.statistics?",
    );
  });
});

describe("quiz", () => {
  test("ten cards, the same at every look; the result is kept and the check-in marked", async () => {
    const quiz = () =>
      folder.json<{ on: string; cards: { id: string }[]; result: unknown[] | null }>("quiz");
    const { on, cards, result } = await quiz();
    expect(cards).toHaveLength(10);
    expect(result).toBeNull();
    expect((await folder.fed("\n3\nq\n", "quiz")).out).toContain("nothing is kept");
    const { out } = await folder.fed("\n3\n".repeat(9).concat("\n1\n"), "quiz");
    expect(out).toContain("9 of 10 known.");
    const again = await folder.json<{ cards: { id: string }[]; result: unknown[] | null }>(
      "quiz",
      "--on",
      on,
    );
    expect(again.cards).toEqual(cards);
    expect(again.result).toHaveLength(10);
    const { checkins } = await folder.json<{
      checkins: { checkin: string; on: string; done: boolean }[];
    }>("checkin");
    expect(checkins.find((one) => one.checkin === "quiz" && one.on === on)?.done).toBe(true);
    await folder.ok("undo");
  });

  test("a month's review draws from the month's phases", async () => {
    const { cards } = await folder.json<{ cards: { paper: string }[] }>("quiz", "--month", "1");
    expect(new Set(cards.map(({ paper }) => paper))).toEqual(new Set(["layernorm"]));
    expect(await folder.refused("quiz", "--month", "x")).toBe('"x" is not a month\'s number.');
  });

  test("a quiz that has not come is refused", async () => {
    expect(await folder.refused("quiz", "--on", "2099-01-07")).toBe(
      "The quiz of 2099-01-07 has not come yet; take it on its day.",
    );
  });
});

describe("teach-back", () => {
  test("--text and --points", async () => {
    const out = await folder.ok("teach-back", "palm", "--text", "It is large.", "--points", "1,3");
    expect(out).toContain("2 of 6 points.");
    const { earlier } = await folder.json<{ earlier: { text: string; points: number[] }[] }>(
      "teach-back",
      "palm",
    );
    expect(earlier).toMatchObject([{ text: "It is large.", points: [0, 2] }]);
  });

  test("a text piped in; a wrong point is refused before anything is kept", async () => {
    const { out } = await folder.fed(
      "Two pods.\nNo pipeline.\n",
      "teach-back",
      "palm",
      "--points",
      "none",
    );
    expect(out).toContain("0 of 6 points.");
    expect(await folder.ok("teach-back", "palm", "--list")).toContain("Two pods. No pipeline.");
    expect(await folder.refused("teach-back", "palm", "--text", "x", "--points", "7")).toBe(
      '"7" is not a point: use numbers from 1 to 6, or none.',
    );
    expect(await folder.refused("teach-back", "palm", "--points", "none")).toBe(
      "The explanation is empty; nothing is kept.",
    );
    expect(await folder.refused("teach-back", "palm", "--text", "x")).toBe(
      "Say which of the 6 points it covers: --points 1,2,4 or --points none; --json shows them.",
    );
  });
});

interface Compared {
  readonly models: readonly {
    readonly model: string;
    readonly rule: number | null;
    readonly facts: Readonly<
      Record<string, { readonly value: number | string; readonly source: string }>
    >;
  }[];
}

describe("compare", () => {
  test("a paper's models with sources, and 6ND beside the reported compute", async () => {
    const { models } = await folder.json<Compared>("compare", "palm");
    expect(models.map(({ model }) => model)).toEqual(["PaLM 8B", "PaLM 62B", "PaLM 540B"]);
    expect(models[2]?.rule).toBe(6 * 540_350_000_000 * 780_000_000_000);
    const text = await folder.ok("compare", "palm 8b", "palm 540b");
    expect(text).toMatch(/6ND \(computed\) .*reported 1\.01×/);
    expect(text).toMatch(/hardware +unknown +6144 TPU v4 chips/);
    expect(widest(text)).toBeLessThanOrEqual(80);
  });

  test("many models: a line each, then every figure with its source", async () => {
    const text = await folder.ok("compare", "gpt-2", "gpt-3", "llama");
    expect(text).toMatch(/GPT-3 175B +175B +96 +12288 .*3\.15e23\n/);
    expect(text).toMatch(/GPT-2 XL +1\.542B +48 +1600 .*–\n/);
    expect(text).toContain("  compute         3.14e23 FLOP [Appendix D, Table D.1]");
    expect(widest(text)).toBeLessThanOrEqual(80);
  });

  test("one's own figures are rows like others, and undo takes them back", async () => {
    await folder.ok(
      "compare",
      "--add",
      "tiny",
      "parameters=10.1M",
      "tokens=2e8",
      "loss=3.1",
      "hardware=one laptop",
    );
    const { models } = await folder.json<Compared>("compare", "tiny", "palm8b");
    expect(models[0]?.facts.parameters?.value).toBe(10_100_000);
    expect(models[0]?.facts.loss?.value).toBe(3.1);
    expect(models[0]?.rule).toBe(6 * 10_100_000 * 2e8);
    await folder.ok("compare", "--add", "tiny", "loss=2.9");
    expect((await folder.json<Compared>("compare", "tiny")).models[0]?.facts).toMatchObject({
      loss: { value: 2.9 },
      parameters: { value: 10_100_000 },
    });
    await folder.ok("compare", "--remove", "tiny");
    expect(await folder.refused("compare", "tiny")).toContain('There is no model or paper "tiny"');
    await folder.ok("undo");
    expect(await folder.ok("compare")).toContain("tiny");
  });

  test("Markdown and CSV", async () => {
    const markdown = await folder.ok("compare", "palm", "--markdown");
    expect(markdown).toStartWith(
      "|  | PaLM 8B | PaLM 62B | PaLM 540B |\n| --- | --- | --- | --- |\n",
    );
    expect(markdown).toContain(
      "| hardware | unknown | unknown | 6144 TPU v4 chips (Section 4; two pods of 3072) |",
    );
    const [head = "", first = "", ...rest] = (await folder.ok("compare", "palm", "--csv"))
      .trim()
      .split("\r\n");
    expect(head).toStartWith("model,paper,parameters,parameters unit,parameters source,");
    expect(first).toStartWith("PaLM 8B,palm,8630000000,,Table 1,");
    expect(rest).toHaveLength(2);
  });

  test("what is not a figure is told", async () => {
    expect(await folder.refused("compare", "--add", "tiny", "loss")).toBe(
      '"loss" is not a figure: write it as parameters=10M.',
    );
    expect(await folder.refused("compare", "palm 8b", "gpt-9")).toContain('"gpt-9"');
  });
});

test("search finds words in guides, cards and tasks", async () => {
  const text = await folder.ok("search", "residual", "connections");
  expect(text).toContain("Understand residual connections deeply");
  expect(await folder.ok("search", "qqqqq")).toBe('Nothing holds "qqqqq".\n');
});

describe("week --days", () => {
  interface Days {
    readonly hours: number;
    readonly days: readonly {
      readonly on: string;
      readonly minutes: number;
      readonly steps: readonly unknown[];
    }[];
  }

  test("the plan nearest to the learner's hours, or the one that is asked for", async () => {
    const eight = await folder.json<Days>("week", "1", "--days");
    expect(eight.hours).toBe(8);
    expect(eight.days.map(({ on }) => on)).toContain("2026-01-05");
    for (const hours of [8, 10, 15]) {
      const { days } = await folder.json<Days>("week", "5", "--hours", String(hours));
      expect(days.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(hours * 60);
    }
    expect(await folder.refused("week", "1", "--hours", "9")).toBe(
      'There is no plan for "9" hours a week: use 8, 10, 15.',
    );
  });

  test("what is done is ticked", async () => {
    await folder.ok("log", "15m", "layernorm", "--pass", "1");
    expect(await folder.ok("week", "2", "--days")).toMatch(
      /☑ +\d+m {2}Layer Normalization: first pass/,
    );
  });
});
