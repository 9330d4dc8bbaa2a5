import { expect, test } from "bun:test";
import { join } from "node:path";
import { type ItemProgress, namedNow } from "../core/progress/lists.ts";
import { sayFault } from "./faults.ts";
import { readCurriculum } from "./folder.ts";

const read = await readCurriculum(join(import.meta.dir, "..", "..", "curricula", "llm"));
if (!read.ok) throw new Error(read.faults.map(sayFault).join("\n"));
const { curriculum } = read;

test("the curriculum is called as its document is", () => {
  expect(curriculum.id).toBe("llm");
  expect(curriculum.title).toBe("LLM Study Progress Tracker");
});

test("five phases with their targets, weeks and papers, then the bonus papers", () => {
  const name = (id: string) => curriculum.papers.find((paper) => paper.id === id)?.name;
  expect(
    curriculum.phases.map(({ number, title, target, weeks, papers }) => [
      `${number}: ${title} (${weeks.least}-${weeks.most})`,
      target,
      papers.map(name),
    ]),
  ).toEqual([
    [
      "1: Foundations (1-3)",
      "Understand Transformer architecture fundamentals",
      ["Attention Is All You Need", "Deep Residual Learning", "Layer Normalization"],
    ],
    ["2: Pre-training Era (4-6)", "Master pre-training paradigms", ["BERT", "GPT-1", "GPT-2"]],
    ["3: Scaling Laws (7-8)", "Understand scaling and emergence", ["GPT-3", "Scaling Laws"]],
    [
      "4: Alignment and Safety (9-10)",
      "Learn alignment techniques",
      ["InstructGPT", "Constitutional AI"],
    ],
    [
      "5: Efficiency and Practical Techniques (11-12)",
      "Master practical LLM techniques",
      ["LoRA", "LLaMA"],
    ],
  ]);
  expect(curriculum.bonus.title).toBe("Bonus Papers (Optional)");
  expect(curriculum.bonus.papers.map(name)).toEqual(["Chain-of-Thought", "PaLM", "GPT-4 Analysis"]);
  expect(curriculum.papers.map(({ id }) => String(id))).toEqual([
    ...curriculum.phases.flatMap(({ papers }) => papers),
    ...curriculum.bonus.papers,
  ]);
  expect(curriculum.papers).toHaveLength(15);
});

test("the first three weeks, word for word", () => {
  expect(
    curriculum.weeks.slice(0, 3).map(({ number, title, tasks, goal }) => ({
      heading: `Week ${number}: ${title}`,
      tasks: tasks.map(({ text }) => text),
      goal,
    })),
  ).toEqual([
    {
      heading: "Week 1: Attention Is All You Need",
      tasks: [
        "Read paper thoroughly (5-7 hours)",
        "Complete detailed notes using template",
        "Implement multi-head attention from scratch",
        "Test implementation on toy problem",
        "Blog about key insights",
      ],
      goal: "Master self-attention mechanism",
    },
    {
      heading: "Week 2: ResNet + LayerNorm",
      tasks: [
        "Read both papers (3-4 hours each)",
        "Understand residual connections deeply",
        "Implement LayerNorm vs BatchNorm comparison",
        "Create visualization of gradient flow",
      ],
      goal: "Understand foundational components",
    },
    {
      heading: "Week 3: Foundations Review",
      tasks: [
        "Review all Phase 1 papers",
        "Build simple Transformer from components",
        "Create comparative analysis document",
        "Prepare for Phase 2",
      ],
      goal: "Solid foundation before moving to pre-training",
    },
  ]);
});

test("twelve weeks with four or five tasks each", () => {
  expect(curriculum.weeks.map(({ number }) => number)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
  ]);
  for (const { tasks } of curriculum.weeks) expect([4, 5]).toContain(tasks.length);
});

test("the reading strategy with its minutes", () => {
  expect(
    curriculum.reading.map(({ name, what, minutes }) => [name, what, minutes.least, minutes.most]),
  ).toEqual([
    ["First Pass", "Skim abstract, intro, conclusion", 30, 30],
    ["Second Pass", "Read methodology carefully", 60, 120],
    ["Third Pass", "Study experiments and details", 60, 120],
    ["Implementation", "Code key components", 180, 300],
    ["Review", "Teach-back or write summary", 30, 30],
  ]);
});

test("the guidelines and the note-taking practices", () => {
  expect(curriculum.guidelines).toEqual([
    "Start with toy examples",
    "Use existing frameworks (PyTorch/TensorFlow)",
    "Test each component separately",
    "Compare with reference implementations",
    "Document learnings and challenges",
  ]);
  expect(curriculum.notePractices).toEqual([
    "Use the provided template consistently",
    "Focus on understanding, not memorization",
    "Make connections between papers",
    "Record implementation challenges",
    "Include visual diagrams when helpful",
  ]);
});

test("the weekly and monthly reviews, each with three questions", () => {
  expect(curriculum.weekly.map(({ weekday, kind, what }) => [weekday, kind, what])).toEqual([
    ["sunday", "progress", "Review week's progress"],
    ["friday", "implementation", "Update implementation status"],
    ["wednesday", "quiz", "Check understanding with quick quiz"],
  ]);
  expect(curriculum.monthly.map(({ month, what }) => [month, what])).toEqual([
    [1, "Complete Phase 1 + 2 review"],
    [2, "Complete Phase 3 + 4 review"],
    [3, "Complete Phase 5 + overall review"],
  ]);
  for (const { questions } of [...curriculum.weekly, ...curriculum.monthly]) {
    expect(questions).toHaveLength(3);
  }
});

test("the milestones and the rewards", () => {
  expect(curriculum.milestones.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    "Milestone 1: Complete basic Transformer implementation",
    "Milestone 2: Train small language model from scratch",
    "Milestone 3: Implement BERT-style pre-training",
    "Milestone 4: Build GPT-style autoregressive model",
    "Milestone 5: Implement LoRA fine-tuning",
    "Milestone 6: Create comprehensive LLM comparison",
  ]);
  expect(curriculum.rewards.map(({ after, label }) => [after, label])).toEqual([
    [1, "Phase 1 Complete"],
    [2, "Phase 2 Complete"],
    [3, "Phase 3 Complete"],
    [4, "Phase 4 Complete"],
    [5, "Phase 5 Complete"],
    ["program", "Full Program Complete"],
  ]);
});

test("the resources, quotation marks included", () => {
  expect(
    curriculum.resources.map(({ title, items }) => [title, items.map(({ text }) => text)]),
  ).toEqual([
    [
      "Online Courses",
      [
        "CS224N: Natural Language Processing with Deep Learning",
        "Hugging Face NLP Course",
        "Fast.ai Practical Deep Learning",
      ],
    ],
    [
      "Books",
      [
        '"Natural Language Processing with Transformers"',
        '"Deep Learning" by Goodfellow, Bengio, Courville',
        '"Speech and Language Processing" by Jurafsky & Martin',
      ],
    ],
    [
      "Communities",
      [
        "Join ML Twitter/X discussions",
        "Participate in Hugging Face community",
        "Attend local ML meetups",
      ],
    ],
  ]);
});

test("a resource that was renamed has its present name, unless the learner wrote the line anew", () => {
  const course = curriculum.resources
    .flatMap(({ items }) => items)
    .find(({ text }) => text === "Hugging Face NLP Course");
  const line = { ...course, kind: "resource", done: false, doneAt: null, own: false };
  const shown = (text: string) => namedNow({ ...line, text } as ItemProgress, course);
  expect(shown("Hugging Face NLP Course")).toBe("Hugging Face LLM Course");
  expect(shown("My course")).toBe("My course");
  expect(namedNow({ ...line, text: "Own" } as ItemProgress, undefined)).toBe("Own");
});

test("every paper can be found on the net, and its arXiv id is of the year it came out or the one before", () => {
  for (const { arxiv, url, year } of curriculum.papers) {
    expect(arxiv ?? url).not.toBeNull();
    if (arxiv !== null)
      expect([year ?? 0, (year ?? 0) - 1]).toContain(2000 + Number(arxiv.slice(0, 2)));
  }
});

test("hours become minutes", () => {
  const minutes = new Map(curriculum.papers.map((paper) => [String(paper.id), paper.minutes]));
  expect(minutes.get("attention")).toEqual({ read: 360, implement: 300 });
  expect(minutes.get("gpt-2")).toEqual({ read: 210, implement: 300 });
});

test("the note template asks for everything that is known of a paper", () => {
  for (const name of ["title", "authors", "year", "venue", "link"]) {
    expect(curriculum.noteTemplate).toContain(`{{${name}}}`);
  }
});
