/**
 * The cards with numbers: every one is right on 200 draws, and with the numbers of its paper it says what the paper
 * says.
 */
import { expect, test } from "bun:test";
import { join } from "node:path";
import type { Card } from "../../src/core/content/material.ts";
import { withNumbers } from "../../src/core/content/number-text.ts";
import { drawn, firstDraws } from "../../src/core/recall/drawn.ts";
import { readFormula } from "../../src/core/recall/formula.ts";
import { sayFault } from "../../src/curriculum/faults.ts";
import { readFolder } from "../../src/curriculum/folder.ts";
import { parseMaterial } from "../../src/curriculum/material.ts";
import { numberFaults } from "../../src/curriculum/number-faults.ts";
import { byJavaScript } from "./by-javascript.ts";

const folder = await readFolder(join(import.meta.dir, "..", "..", "curricula", "llm"));
if (!folder.ok) throw new Error("the curriculum can't be read");
const parsed = parseMaterial(folder.files);
if (!parsed.ok) throw new Error(parsed.faults.map(sayFault).join("\n"));
const { material } = parsed;
const cards = Object.values(material.decks).flat();
const withThem = cards.filter(({ numbers }) => numbers !== undefined);

test("every card with numbers is sound on 200 draws", () => {
  expect(withThem.length).toBeGreaterThanOrEqual(90);
  expect(numberFaults(material, folder.files, 200).map(sayFault)).toEqual([]);
});

test("every formula comes to what another evaluator makes of it, on 200 draws", () => {
  const wrong: string[] = [];
  for (const { id, numbers } of withThem) {
    for (const values of numbers === undefined ? [] : firstDraws(numbers, id, 200)) {
      const formulas = (numbers?.each ?? []).flatMap((one) => ("is" in one ? [one] : []));
      for (const { name, is } of formulas) {
        // JavaScript has no error function.
        if (is.includes("erf")) continue;
        const value = values[name] ?? Number.NaN;
        const other = byJavaScript(is, values);
        if (!(Math.abs(value - other) <= 1e-9 * Math.abs(other))) {
          wrong.push(`${id} ${name} = ${is}: ${value}, not ${other}`);
        }
      }
      const only = numbers?.only ?? null;
      if (only !== null && byJavaScript(only, values) !== 1) {
        wrong.push(`${id}: not ${only}`);
      }
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
});

test("a card is drawn from its id and its answers alone", () => {
  for (const card of withThem) expect(drawn(card, 7)).toEqual(drawn(structuredClone(card), 7));
});

/** What a paper gives, and what its card must then say. */
const papers: Readonly<Record<string, readonly [Readonly<Record<string, number>>, ...string[]]>> = {
  "attention.shapes": [{ b: 2, n: 5, m: 7, d: 512, h: 8 }, "(2, 8, 5, 7)", "(2, 5, 64)"],
  "attention.worked-weights": [{ k: 4, s: 4, t: 0 }, "(0.88, 0.12)"],
  "attention.saturation": [{ k: 64, s: 8 }, "0.99966", "0.00034", "590 times", "73 times"],
  "attention.mask-count": [{ n: 4 }, "= 10$ survive"],
  "attention.head-parameters": [{ d: 512 }, "1{,}048{,}576"],
  "attention.ffn-share": [{ d: 512, m: 4 }, "1.05$M", "2.1$M", "67%"],
  "attention.complexity": [{ n: 50, d: 512 }, "\\approx 10$"],
  "attention.learning-rate-peak": [{ w: 4000, d: 512 }, "\\approx 7 \\times 10^{-4}"],
  "attention.small-keys": [{ k: 16 }, "393{,}216", "7.1M"],
  "attention.training-flops": [{ t: 12, g: 8 }, "3.3 \\times 10^{18}"],
  "bert.masking-counts": [{ n: 500 }, "which is 75.", "60 become", "7.5 a random"],
  "bert.input-shapes": [{ v: 30000, h: 768 }, "23{,}434{,}752"],
  "bert.layer-weights": [{ l: 12, h: 768 }, "84.93$M"],
  "bert.new-parameters": [{ h: 768, k: 3 }, "so 2304"],
  "bert.span-parameters": [{ h: 768 }, "= 1536"],
  "bert.best-span": [
    { a: 1, b: 4, c: 0, x: 5, y: 2, z: 3 },
    "Token 2 to token 3",
    "sum 7",
    "have 9",
  ],
  "bert.no-answer": [{ s: 7, a: 2, b: 3, t: 2.5 }, "= 7.5$", "-0.5"],
  "gpt-1.perplexity": [{ p: 18.4 }, "2.91", "4.2$ bits"],
  "gpt-1.tied-output": [{ v: 40000, d: 768 }, "30.7$M"],
  "gpt-1.parameter-count": [{ l: 12, d: 768 }, "7.08$M", "have 84.9M", "together about 116M"],
  "gpt-1.new-parameters": [{ d: 768, k: 3 }, "Together 4608"],
  "gpt-1.multiple-choice": [{ a: 2, b: 1, c: 0 }, "0.67, 0.24 and 0.09"],
  "gpt-1.learning-rate": [{ m: 0.00025, u: 500 }, "6.25 \\times 10^{-5}"],
  "gpt-1.learning-rate-cosine": [{ p: 50 }, "\\approx 0.5$"],
  "gpt-1.batch": [{ b: 64, n: 512 }, "32{,}768", "the 511 before"],
  "gpt-1.average-log-probability": [{ n: 4, a: -1, m: 2, b: -1.5 }, "$-3$ against $-4$"],
  "gpt-1.gelu": [{ x: 1 }, "0.841", "0.84$", "-0.16"],
  "gpt-2.vocabulary-sum": [{ m: 50000 }, "50{,}257"],
  "gpt-2.norm-count": [{ l: 48 }, "= 97$"],
  "gpt-2.residual-scale": [{ n: 96 }, "0.102"],
  "gpt-2.parameter-count": [{ l: 12, d: 768 }, "124.4$ million"],
  "gpt-2.embedding-share": [{ l: 12, d: 768 }, "39.4$ million of 124.4 million, which is 32%"],
  "gpt-2.word-perplexity": [{ l: 3, r: 1.3 }, "= 3.9$", "\\approx 49$", "\\approx 20$"],
  "gpt-3.parameter-count": [
    { l: 96, d: 12288 },
    "173.9$ billion",
    "0.64$ billion",
    "174.6 billion",
  ],
  "gpt-3.compute": [{ n: 174.6, d: 300 }, "3.14 \\times 10^{23}", "about 3640 petaflop"],
  "gpt-3.epochs": [{ s: 410, w: 60 }, "0.44"],
  "gpt-3.pareto": [{ s: 0.5 }, "0.026"],
  "gpt-3.answer-context": [{ a: 0.02, x: 0.04, b: 0.01, y: 0.002 }, "0.5 and 5"],
  "gpt-3.per-token": [{ a: -4, n: 2, b: -5, m: 5 }, "-2 and -1"],
  "gpt-3.power-law": [{ p: 50 }, "1{,}900{,}000"],
  "gpt-3.schedule": [{ t: 130 }, "0.55"],
  "gpt-3.steps": [{ b: 3.2, t: 300 }, "94{,}000"],
  "scaling-laws.context-term": [{ d: 1600, c: 1024 }, "1024/19{,}200", "5.3\\%"],
  "scaling-laws.doubling": [{ p: 10 }, "\\approx 4$"],
  "scaling-laws.loss-at-a-billion": [{ n: 1e9 }, "2.38", "10.8"],
  "scaling-laws.eight-times": [{ k: 8 }, "4.7"],
  "scaling-laws.enough-data": [{ n: 1e9 }, "2.3 \\times 10^{10}"],
  "scaling-laws.critical-growth": [{ p: 13 }, "1.94"],
  "scaling-laws.critical-size": [{ l: 3 }, "1.1$ million"],
  "scaling-laws.steps-adjusted": [{ b: 0.524288, s: 30000, c: 1.07 }, "2.04", "9900"],
  "scaling-laws.ten-times": [{ k: 10 }, "5.4", "1.9"],
  "scaling-laws.off-optimum": [{ k: 2.2 }, "0.547", "1.2$"],
  "instructgpt.preference-odds": [{ a: 2, b: 0.5 }, "0.82"],
  "instructgpt.ranking-loss": [{ a: 2, b: 1, c: 0 }, "0.313, 0.127 and 0.313", "0.25"],
  "instructgpt.rm-batch": [{ b: 64, k: 9 }, "2304"],
  "instructgpt.kl-reward": [{ r: 1.2, a: 40, b: 55 }, "1.2 - 0.3 = 0.9"],
  "instructgpt.kl-optimum": [{ a: 0.1, b: 0.02 }, "148"],
  "instructgpt.entropy": [{ p: 0.9 }, "0.47"],
  "constitutional-ai.soft-label": [{ a: 1, b: 3 }, "0.88"],
  "constitutional-ai.clamp-gap": [{ p: 0.97, c: 0.6 }, "3.5", "0.41"],
  "constitutional-ai.average-chains": [{ n: 5, k: 4 }, "0.8"],
  "constitutional-ai.elo": [{ d: 100 }, "64\\%"],
  "lora.forward-worked": [{ b: 1, c: 2, a: 1, s: 2, x: 3, y: 1 }, "(4, 8)", "(7, 9)"],
  "lora.alpha": [{ r: 8, a: 16, t: 16 }, "from 2 to 1"],
  "lora.gpt3-count": [{ l: 96, d: 12288, r: 4 }, "18{,}874{,}368"],
  "lora.per-matrix": [{ d: 12288, r: 4 }, "1536", "6144"],
  "lora.hundred-tasks": [{ t: 100 }, "354\\,\\mathrm{GB}", "35\\,\\mathrm{TB}"],
  "lora.phi-worked": [{ s: 1, t: 0.5 }, "0.625", "0.75"],
  "lora.phi-random": [{ i: 8, j: 64, k: 12288 }, "0.0052"],
  "llama.break-even": [{ n: 10, d: 200, m: 7, e: 1000 }, "3 \\times 10^{22}", "5 \\times 10^{12}"],
  "llama.unique-tokens": [{ p: 4.5, e: 2.45 }, "63 billion", "26 billion"],
  "llama.parameter-count": [
    { l: 32, d: 4096 },
    "11{,}008",
    "202.4$ million",
    "Together 6.74 billion",
  ],
  "llama.rms-worked": [{ a: 3, b: 4 }, "(1.2, 1.6, 0, 0)", "(0.7, 1.26, -0.98, -0.98)"],
  "llama.rope-worked": [{ k: 4, m: 3, n: 1 }, "\\approx 0$"],
  "llama.steps": [{ t: 1.4, b: 4, w: 2000 }, "350{,}000", "0.57%"],
  "llama.days": [{ r: 380, g: 2048, t: 1.4 }, "1.8 \\times 10^{6}", "20.8 days"],
  "llama.utilization": [{ r: 380, n: 65.2 }, "1.49 \\times 10^{14}", "48%"],
  "llama.energy": [{ h: 1022362 }, "450{,}000", "170 tons"],
  "palm.mqa-cache": [{ l: 118, h: 48, s: 256 }, "60{,}416"],
  "palm.z-loss-size": [{ z: 3 }, "9 \\times 10^{-4}"],
  "palm.learning-rate": [{ k: 40000 }, "0.005"],
  "palm.mfu": [
    { n: 540, r: 238.3, c: 6144 },
    "7.72 \\times 10^{17}",
    "1.69 \\times 10^{18}",
    "45.7%",
  ],
  "palm.discontinuity": [{ a: 13, b: 25, c: 87 }, "37\\%", "= 50$ points"],
  "palm.data-mix": [{ p: 5 }, "39$B"],
  "palm.attention-flops": [{ t: 2048 }, "3.6 \\times 10^{10}", "1.1%"],
  "palm.same-cost": [{ m: 62 }, "6800"],
  "gpt-4.loss-fit": [{ a: 1, b: 0.1, c: 1, x: 1e-4 }, "3.51", "= 2$"],
  "gpt-4.pass-rate-law": [{ a: 0.5, k: 0.2 }, "1.99", "0.14", "0.61"],
  "gpt-4.ece-toy": [{ n: 60, c: 0.9, a: 0.8, d: 0.6, b: 0.65 }, "0.08$"],
  "gpt-4.mmlu-errors": [{ a: 70, b: 86.4 }, "13.6%", "55\\%"],
  "gpt-4.preference": [{ p: 70.2 }, "2.4"],
  "resnet.bottleneck-weights": [{ m: 64 }, "69{,}632", "73{,}728"],
  "resnet.bottleneck-projection": [{ m: 64 }, "65{,}536"],
  "resnet.depth-fifty": [{ b: 4, c: 6 }, "make 50", "= 34$"],
  "resnet.cifar-depth": [{ n: 18 }, "= 110$", "= 54$"],
  "resnet.cifar-parameters": [{ n: 3 }, "268{,}346", "1376", "0.27M"],
  "resnet.residual-target": [
    { a: 1, b: 2, c: 0.1, e: 0.1, g: -0.5 },
    "(0.1, 0, -0.5)",
    "returns $(1.1, 2, 0)$",
  ],
  "attention.learning-rate-later": [{ w: 4000, f: 2 }, "step 16,000"],
  "chain-of-thought.ood-decay": [{ p: 99.4 }, "0.997", "0.988"],
  "layernorm.worked": [{ m: 3, s: 2, b: 1 }, "(-1, -2, 2, 3)", "(0, 0, 2, 3)"],
  "scaling-laws.twenty-tokens": [{ c: 5.9e23 }, "7 \\times 10^{10}", "1.4 \\times 10^{12}"],
  "attention.kv-cache": [{ l: 32, h: 32, k: 128, n: 2048 }, "262{,}144", "1.1 GB"],
  "llama.online-softmax": [{ a: 1, b: 3, v: 10, u: 20 }, "0.135", "1.135", "21.35", "18.81"],
  "instructgpt.clip": [{ a: 0.5, r: 1.5 }, "min(0.75, 0.6) = 0.6"],
  "instructgpt.group-advantage": [{ g: 4, k: 2 }, "\\approx 1$", "\\approx -1$"],
  "chain-of-thought.pass-at-k": [{ n: 5, c: 2 }, "3/10", "0.7"],
  "lora.qlora-memory": [{ n: 65 }, "130 GB", "32.5 GB"],
  "gpt-4.metric-jump": [{ n: 10, p: 0.8, q: 0.95 }, "0.11", "0.6$", "5.6"],
  "layernorm.one-row": [{ k: 2 }, "1.67", "1.7.", "-0.39"],
  "layernorm.growing-state": [{ f: 1.1, t: 100 }, "1.4 \\times 10^{4}"],
  "layernorm.lstm-parameters": [{ h: 400 }, "7200"],
};

test("with a paper's own numbers its card gives the paper's answer", () => {
  const named = new Set(Object.keys(papers));
  expect(withThem.map(({ id }) => String(id)).filter((id) => !named.has(id))).toEqual([]);
  const wrong: string[] = [];
  for (const [id, [given, ...says]] of Object.entries(papers)) {
    const card = withThem.find((one) => String(one.id) === id);
    const back = card === undefined ? "no such card" : backWith(card, given);
    for (const part of says) if (!back.includes(part)) wrong.push(`${id}: no ${part} in ${back}`);
  }
  expect(wrong).toEqual([]);
});

function backWith({ back, numbers }: Card, given: Readonly<Record<string, number>>): string {
  const values: Record<string, number> = { ...given };
  for (const number of numbers?.each ?? []) {
    if (!("is" in number)) continue;
    const read = readFormula(number.is);
    if (read.ok) values[number.name] = read.formula.of(values);
  }
  return numbers === undefined ? back : withNumbers(back, numbers, values);
}
