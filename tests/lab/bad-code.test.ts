/** Every verdict with a real process: what learners write, and what study says of it. */
import { afterAll, describe, expect, test } from "bun:test";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CheckEvent, Verdict } from "../../src/core/check/check.ts";
import type { VerdictKind } from "../../src/core/check/verdict.ts";
import type { Limits } from "../../src/lab/limits.ts";
import { runCheck } from "../../src/lab/run.ts";
import { curriculum, harness, python } from "./python.ts";

const folder = mkdtempSync(join(tmpdir(), "study-lab-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
async function run(
  code: string,
  limits: Partial<Limits> = {},
  path = python,
): Promise<readonly CheckEvent[]> {
  files += 1;
  const file = join(folder, `forward_${files}.py`);
  writeFileSync(file, code);
  const events: CheckEvent[] = [];
  const job = {
    name: "layernorm/forward",
    python: { path, by: "PATH" as const },
    harness,
    exercise: join(curriculum, "papers", "layernorm", "exercises", "forward"),
    file,
    seed: 7,
    cache: join(folder, "cache"),
    limits,
  };
  for await (const event of runCheck(job)) events.push(event);
  return events;
}

async function verdictOn(code: string, limits?: Partial<Limits>): Promise<Verdict> {
  const last = (await run(code, limits)).at(-1);
  if (last?.event !== "verdict") throw new Error("a check ends with a verdict");
  return last.verdict;
}

const right = `
    mean = a.mean(-1, keepdims=True)
    return gain * (a - mean) / np.sqrt(a.var(-1, keepdims=True) + epsilon) + bias
`;
const solution = (body: string) =>
  `import numpy as np\n\ndef layer_norm(a, gain, bias, epsilon=1e-5):\n${body.replace(/^(?=\S)/gm, "    ")}\n`;

const cases: readonly (readonly [string, string, VerdictKind, RegExp])[] = [
  ["right code", right, "passed", /^All 5 cases agree/],
  ["code for another axis", "return a - a.mean(0)", "wrong", /is right\. \d+ of \d+ values differ/],
  ["10 GB of memory", "return np.ones(10 * 2**30 // 8)", "out-of-memory", /more memory/],
  [
    "a list of 10 GB",
    "return [bytearray(2**20) for _ in range(10 * 1024)]",
    "out-of-memory",
    /more memory/,
  ],
  [
    "a loop without end",
    "while True: pass",
    "timed-out",
    /in the case “five cases of seven units” took more than 1 s/,
  ],
  ["exit()", "exit()", "exited", /ended the process itself/],
  ["an exit behind Python's back", "import os; os._exit(3)", "exited", /exit code 3/],
  ["a segmentation fault", "import ctypes; ctypes.string_at(0)", "crashed", /a segmentation fault/],
  [
    "a flood of prints",
    "while True: print('x' * 1000)",
    "flooded",
    /printed more than 100,000 characters/,
  ],
  [
    "an array of another shape",
    "return (a - a.mean())[:1]",
    "wrong-shape",
    /has shape \(1, 7\); \(5, 7\) is right/,
  ],
  ["NaN", "return a * np.nan", "not-a-number", /is NaN; .* is right/],
  [
    "a list of another shape for an array",
    "return (gain * a).tolist()[1:]",
    "wrong-shape",
    /shape \(4, 7\).*\(5, 7\)/,
  ],
  [
    "an array where PyTorch wants a tensor",
    "return a.unsqueeze(0)",
    "raised",
    /torch\.as_tensor\(x, dtype=torch\.float32\)/,
  ],
  ["complex numbers", "return a * 1j", "wrong-type", /holds complex numbers; real ones are right/],
  [
    "a copy of the process",
    `import os; os.fork()${right.trimEnd()}`,
    "passed",
    /^All 5 cases agree/,
  ],
  ["nothing", "a - a.mean(-1, keepdims=True)", "wrong-type", /is None; an array/],
  [
    "a change in place",
    "a -= a.mean(-1, keepdims=True)\nreturn gain * a / np.sqrt(a.var(-1, keepdims=True) + epsilon) + bias",
    "changed-input",
    /but a was changed in place/,
  ],
  [
    "a name that is not there",
    "return centered / gain",
    "raised",
    /^NameError: .*centered.*\(line 4 of forward_\d+\.py\)/,
  ],
  ["endless recursion", "return layer_norm(a, gain, bias, epsilon)", "raised", /^RecursionError/],
  [
    "a module that is not there, inside",
    "import no_such_module",
    "import-failed",
    /no_such_module/,
  ],
  [
    "a write where results are told",
    "import os; os.write(3, b'no result\\n')",
    "raised",
    /^OSError: .* \(line 4 of/,
  ],
  [
    "closed descriptors",
    `import os; os.closerange(0, 100)${right.trimEnd()}`,
    "passed",
    /^All 5 cases agree/,
  ],
  [
    "NumPy's functions set to others",
    "np.abs = np.isnan = np.isfinite = lambda value: np.zeros(np.shape(value))\nreturn a * 0",
    "wrong",
    /is 0; .* is right/,
  ],
  [
    "a text with signs that steer a terminal",
    "raise ValueError('\\x1b[2J\\x00red')",
    "raised",
    /^ValueError: \\x1b\[2J\\x00red \(line 4/,
  ],
  [
    "an exception of a million characters",
    "raise ValueError('y' * 10**6)",
    "raised",
    /^ValueError: y{299}… \(line 4 of \S+\)$/,
  ],
  [
    "an exception without a text",
    "class E(Exception):\n        def __str__(self): return 1 / 0\nraise E",
    "raised",
    /^E: \(its text can't be read\)/,
  ],
  ["an exception of no kind", "raise GeneratorExit", "exited", /itself \(GeneratorExit\)/],
  [
    "a loop that catches all that would end it",
    "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nwhile True:\n        try:\n            while True: pass\n        except BaseException: pass",
    "timed-out",
    /took more than 1 s/,
  ],
  ["a generator", "yield a", "wrong-type", /is a generator; an array/],
  [
    "a list that holds itself",
    "a = []; a.append(a); return a",
    "wrong-type",
    /a list whose values/,
  ],
  ["objects", "return a.astype(object)", "wrong-type", /has values of type object; numbers are/],
  ["a masked array", "return np.ma.masked_all(a.shape)", "wrong-type", /a masked array, in which/],
  ["the starter", 'raise NotImplementedError("soon")', "not-started", /soon/],
];

describe("bad code gets its own verdict", () => {
  for (const [name, body, kind, sentence] of cases) {
    test(`${name}: ${kind}`, async () => {
      const verdict = await verdictOn(solution(body), {
        step: kind === "timed-out" ? 1000 : 15_000,
        output: 100_000,
        memory: 2 ** 29,
      });
      expect(verdict.kind).toBe(kind);
      expect(verdict.sentence).toMatch(sentence);
    });
  }

  test("lab.4 random numbers of its own: unsteady, and no law is said", async () => {
    const verdict = await verdictOn(solution("return a + np.random.normal(size=a.shape)"));
    expect(verdict.kind).toBe("unsteady");
    expect(verdict.sentence).toMatch(
      /^The same input gave two different results \(case “five cases of seven units”\)/,
    );
    expect(verdict).not.toHaveProperty("laws");
  });

  test("a file that stands in place of a module of Python's is named", async () => {
    writeFileSync(join(folder, "queue.py"), "");
    const verdict = await verdictOn("from queue import Queue\n");
    rmSync(join(folder, "queue.py"));
    expect(verdict.kind).toBe("import-failed");
    expect(verdict.sentence).toMatch(
      / queue\.py beside it stands in place of the module queue; give it another name\.$/,
    );
  });

  test("words between the results neither stop nor pass a check", async () => {
    const tell = (text: string) =>
      `import os\nfor at in range(200, 210):\n        try: os.write(at, ${text})\n        except OSError: pass\n`;
    const noise = solution(`${tell("b'no result\\n{}\\nnull\\n'")}return a * 0`);
    expect((await verdictOn(noise)).kind).toBe("wrong");
    const flood = solution(tell("b'x' * 10**8"));
    expect((await verdictOn(flood, { step: 30_000 })).kind).toBe("flooded");
  });

  test("a syntax error has its line", async () => {
    const verdict = await verdictOn("import numpy as np\n\ndef layer_norm(a, gain\n    return a\n");
    expect(verdict.kind).toBe("syntax-error");
    expect(verdict.sentence).toMatch(/^forward_\d+\.py, line [345]: /);
  });

  test("a class of the function's name: missing-function", async () => {
    const verdict = await verdictOn("class layer_norm:\n    pass\n");
    expect(verdict.kind).toBe("missing-function");
    expect(verdict.sentence).toMatch(/ is a class\. A check calls a function of that name/);
  });

  test("an import error is told with its line", async () => {
    const verdict = await verdictOn("import numpy\nimport no_such_module\n");
    expect(verdict).toMatchObject({
      kind: "import-failed",
      trace: [{ line: 2, text: "import no_such_module" }],
    });
  });

  test("lab.5 a function with too few arguments: wrong-arity", async () => {
    const verdict = await verdictOn("def layer_norm(a):\n    return a\n");
    expect(verdict.kind).toBe("wrong-arity");
    expect(verdict.sentence).toBe(
      "layer_norm(a) can't take the 4 arguments (a, gain, bias, epsilon). It lacks `gain`, `bias` and `epsilon`; the starter has the whole signature.",
    );
  });

  test("lab.5 arguments in another order, or by name only, are said to be that", async () => {
    const turned = await verdictOn("def layer_norm(gain, bias, a, epsilon=1e-5):\n    return a\n");
    expect(turned.kind).toBe("wrong-arity");
    expect(turned.sentence).toMatch(
      /in another order\. They come by position: \(a, gain, bias, eps/,
    );
    const named = await verdictOn(
      "def layer_norm(a, *, gain, bias, epsilon=1e-5):\n    return a\n",
    );
    expect(named.sentence).toMatch(/ `gain`, `bias` and `epsilon` can be given by name only; /);
  });

  test("a function of another name: missing-function", async () => {
    const verdict = await verdictOn("def layernorm(a, gain, bias):\n    return a\n");
    expect(verdict.kind).toBe("missing-function");
    expect(verdict.sentence).toMatch(/has no function layer_norm\. It has layernorm\.$/);
  });

  test("no file: missing-file", async () => {
    const events: CheckEvent[] = [];
    const exercise = join(curriculum, "papers", "layernorm", "exercises", "forward");
    const name = "layernorm/forward";
    const job = { name, harness, exercise, file: join(folder, "none.py"), seed: 1, cache: folder };
    for await (const event of runCheck({ ...job, python: { path: python, by: "PATH" } })) {
      events.push(event);
    }
    expect(events).toMatchObject([
      {
        event: "verdict",
        verdict: {
          kind: "missing-file",
          sentence: "none.py is not there yet. `study code layernorm/forward` writes a starter.",
        },
      },
    ]);
  });

  test("a loop while the file is loaded is stopped too", async () => {
    const verdict = await verdictOn("while True:\n    pass\n", { loading: 1500 });
    expect(verdict.kind).toBe("timed-out");
    expect(verdict.sentence).toMatch(/^Loading the file took more than 1.5 s/);
  });

  test("a program that the code leaves running holds nothing up", async () => {
    const code = solution(`import subprocess; subprocess.Popen(["sleep", "60"])${right.trimEnd()}`);
    const started = performance.now();
    expect((await verdictOn(code)).kind).toBe("passed");
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test("a Python that is none: bad-python", async () => {
    const last = (await run(solution(right), {}, "/no/such/python")).at(-1);
    expect(last).toMatchObject({ verdict: { kind: "bad-python" } });
    const other = (await run(solution(right), {}, "/bin/ls")).at(-1);
    expect(other).toMatchObject({
      verdict: { kind: "bad-python", sentence: "/bin/ls did not start. Is it a Python?" },
    });
  });
});

test("a real Python without NumPy is told the exact command that mends it", async () => {
  // The same Python, blind to what is installed beside it.
  const blind = join(folder, "blind");
  writeFileSync(blind, `#!/bin/sh\nexec ${python} -S -E -s "$@"\n`);
  chmodSync(blind, 0o755);
  const last = (await run(solution(right), {}, blind)).at(-1);
  expect(last).toMatchObject({ verdict: { kind: "bad-python" } });
  const said = last?.event === "verdict" ? last.verdict.sentence : "";
  expect(said).toMatch(
    / has no NumPy\. This fixes it: (study python setup|.* -m pip install numpy)$/,
  );
});

test("a Python that is too old is told which is needed", async () => {
  const old = join(folder, "old");
  const event = { event: "bad-python", why: "old", python: "3.8.1", path: old, managed: false };
  writeFileSync(old, `#!/bin/sh\necho '${JSON.stringify(event)}' >&3\n`);
  chmodSync(old, 0o755);
  const last = (await run(solution(right), {}, old)).at(-1);
  expect(last).toMatchObject({
    verdict: {
      kind: "bad-python",
      sentence: expect.stringContaining("is Python 3.8.1; 3.9 or newer"),
    },
  });
});

test("prints are told apart from results, as they come", async () => {
  const events = await run(solution(`print('{"event": "verdict"}')${right}`));
  expect(events.filter(({ event }) => event === "printed").length).toBeGreaterThan(0);
  expect(events.at(-1)).toMatchObject({ event: "verdict", verdict: { kind: "passed" } });
});

test("the same seed gives the same inputs", async () => {
  const code = solution("return a * 0");
  const [one, other] = [await verdictOn(code), await verdictOn(code)];
  expect(one).toEqual(other);
});

test("a mistake is named, and the picture shows where", async () => {
  const events = await run(
    solution(
      "return gain * (a - a.mean(-1, keepdims=True)) / np.sqrt(a.var(-1, keepdims=True, ddof=1) + epsilon) + bias",
    ),
  );
  expect(events.at(-1)).toMatchObject({
    verdict: { kind: "wrong", mistakes: [{ id: "unbiased" }] },
  });
  expect(events.find(({ event }) => event === "picture")).toMatchObject({
    kind: "heat",
    series: [{ name: "yours" }, { name: "reference" }, { name: "error" }],
  });
});
