/** `code`, `check`, `exercises` and the notebook, with the real program and a real Python. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { appendFileSync, copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtProgram } from "../executable.ts";
import { python } from "../lab/python.ts";
import { emptyFolder, type Folder, program, workspace } from "./study.ts";

const solutions = join(import.meta.dir, "..", "lab", "solutions", "layernorm");
const parts = ["forward", "backward", "batch-and-layer", "invariances"];
const fileOf = (part: string) => join("code", "layernorm", `${part.replaceAll("-", "_")}.py`);

let folder: Folder;
beforeAll(async () => {
  folder = await workspace();
});
afterAll(() => folder.remove());

const solve = (part: string, by = "loops") =>
  copyFileSync(join(solutions, part, `${by}.py`), join(folder.path, fileOf(part)));
const check = (...words: readonly string[]) => folder.study("check", ...words, "--python", python);

/** `check layernorm --watch` with keys through a pipe, a line each. */
function watching(path: string) {
  const child = Bun.spawn([builtProgram(), "check", "layernorm", "--watch", "--python", python], {
    cwd: path,
    stdin: "pipe",
    stdout: "pipe",
    stderr: "pipe",
  });
  const decoder = new TextDecoder();
  const reader = child.stdout.getReader();
  let said = "";
  /** What was waited for already is not found again. */
  let seen = 0;
  return {
    exited: child.exited,
    said: () => said,
    press: (key: string) => {
      child.stdin.write(`${key}\n`);
      child.stdin.flush();
    },
    until: async (words: string) => {
      while (!said.includes(words, seen)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`ended before "${words}":\n${said}`);
        said += decoder.decode(value, { stream: true });
      }
      seen = said.indexOf(words, seen) + words.length;
    },
  };
}

interface History {
  readonly what: readonly string[];
}

describe("study code", () => {
  test("writes starters, and says which Python it found", async () => {
    const said = await folder.ok("code", "layernorm", "--python", python);
    for (const part of parts) expect(said).toContain(`New   ${fileOf(part)}`);
    expect(said).toContain(`Python: ${python} (--python)`);
    expect(existsSync(join(folder.path, "code", "study_lab.py"))).toBe(true);
  });

  test("writes them in PyTorch where that is asked for", async () => {
    const said = await folder.ok("code", "attention/scaled-dot-product", "--torch");
    expect(said).toMatch(/New +code\/attention\/scaled_dot_product\.py/);
    const file = join(folder.path, "code", "attention", "scaled_dot_product.py");
    expect(readFileSync(file, "utf8")).toMatch(/import torch\n(.|\n)* = torch\.as_tensor\(/);
  });

  test("never writes over the learner's work", async () => {
    const file = join(folder.path, fileOf("forward"));
    appendFileSync(file, "# mine\n");
    expect(await folder.ok("code", "layernorm/forward")).toContain(
      "Kept  code/layernorm/forward.py",
    );
    expect(readFileSync(file, "utf8")).toEndWith("# mine\n");
  });

  test("names what there is when it does not know an exercise", async () => {
    expect(await folder.refused("code", "layernorm/sideways")).toBe(
      'Layer Normalization has no exercise "sideways": it has forward, backward, batch-and-layer, invariances.',
    );
  });

  test("says that a paper has no exercise, where a curriculum has none for it", async () => {
    const other = await workspace("--curriculum", "diffusion", "--start", "2026-01-05");
    try {
      expect(await other.refused("code", "ddpm")).toMatch(/^There are no exercises for .+ yet\./);
    } finally {
      other.remove();
    }
  });
});

test("an exercise is found by its name alone, and refused with both papers where two have it", async () => {
  const two = await folder.refused("check", "forward");
  expect(two).toMatch(/^"forward" may be .+\/forward or .+\/forward; name its paper too\.$/);
  const said = await folder.study("check", "batch-and-layer", "--python", python);
  expect(said.out).toContain("layernorm/batch-and-layer");
});

test("in a paper's folder a name that two papers have means that paper's", async () => {
  await folder.ok("code", "gpt-4/contamination");
  const inside = (...words: readonly string[]) =>
    program(["check", ...words, "--python", python], join(folder.path, "code", "gpt-4"));
  for (const said of ["contamination", "contamination.py"]) {
    expect(await inside(said).stdout.text(), said).toContain("gpt-4/contamination  seed");
  }
  expect((await inside("forward").stderr.text()).trim()).toMatch(/name its paper too\.$/);
});

test("a paper's folder names the paper, as a shell completes it", async () => {
  for (const said of [
    "code/layernorm",
    "./code/layernorm/",
    join(folder.path, "code", "layernorm"),
  ]) {
    expect(await folder.ok("code", said), said).toContain("code/layernorm/batch_and_layer.py");
  }
});

test("a name that nothing has is told with the exercises and milestones that may be meant", async () => {
  expect(await folder.refused("check", "multi-haed")).toBe(
    'There is no paper or exercise "multi-haed"; did you mean attention/multi-head?',
  );
  expect(await folder.refused("check", "swigl")).toBe(
    'There is no paper or exercise "swigl"; did you mean llama/swiglu?',
  );
  expect(await folder.refused("check", "milestone-9")).toMatch(
    /^There is no paper or exercise "milestone-9"; did you mean milestone-\d, milestone-\d or milestone-\d\?$/,
  );
  expect(await folder.refused("check", "qqqqqqqqqqqq")).toBe(
    'There is no paper or exercise "qqqqqqqqqqqq". `study exercises` lists them all.',
  );
});

test("two exercises are taken one at a time", async () => {
  expect(await folder.refused("check", "rope", "swiglu")).toBe(
    'One exercise at a time: "rope", then the next.',
  );
});

describe("study check --case", () => {
  const says = `import numpy as np\ndef layer_norm(a, gain, bias, epsilon=1e-5):\n    print(f"called with {a.shape}")\n    return gain * (a - a.mean(0)) / np.sqrt(a.var(0) + epsilon) + bias\n`;
  let one: Folder;
  beforeAll(async () => {
    one = await workspace();
    await one.ok("code", "layernorm/forward");
    writeFileSync(join(one.path, fileOf("forward")), says);
  });
  afterAll(() => one.remove());
  const run = (...words: readonly string[]) =>
    one.study("check", "layernorm/forward", ...words, "--python", python);

  test("repeats that case of the last run alone, and --show prints its input", async () => {
    const whole = await run("--seed", "11");
    expect(whole.out).toContain("study check layernorm/forward --seed 11 --case 1 --show");
    const before = await one.json<readonly unknown[]>("history");
    const { code, out, err } = await run("--case", "3", "--show");
    expect(code).toBe(1);
    expect(err.trim()).toBe("The case does not pass yet.");
    expect(out).toContain("seed 11");
    expect(out.match(/^ {2}[✓✗] .*/gm)).toEqual(["  ✗ batch and time, five units"]);
    // Twice: the first call is made again, to see that one input gives one result.
    expect(out.match(/called with .*/g)).toEqual([
      "called with (2, 3, 5)",
      "called with (2, 3, 5)",
    ]);
    expect(out).toMatch(/ {4}a, shape \(2, 3, 5\) =\n/);
    expect(out).toContain('This is what "batch-axis" gives:');
    expect(await one.json<readonly unknown[]>("history")).toEqual(before);
  });

  test("shows the input before the code is written, and is no check of the exercise", async () => {
    writeFileSync(
      join(one.path, fileOf("forward")),
      "def layer_norm(a, gain, bias, epsilon=1e-5):\n    raise NotImplementedError\n",
    );
    expect((await run("--case", "2", "--show")).out).toMatch(/ {4}gain = \[.*\]\n {4}bias = \[/);
    copyFileSync(join(solutions, "forward", "loops.py"), join(one.path, fileOf("forward")));
    const { code, out } = await run("--case", "2");
    expect(code).toBe(0);
    expect(out).toContain("Passed: This case agrees with the reference; no other was run.");
    expect(await one.ok("exercises", "layernorm")).toContain("☐ layernorm/forward");
  });

  test("a number that is none, or of no case, gets a sentence", async () => {
    expect((await run("--case", "zero")).err).toContain('"zero" is not a case:');
    const { code, out } = await run("--case", "6");
    expect([code, out.includes("No such case: There is no case 6: there are 5 cases.")]).toEqual([
      1,
      true,
    ]);
    expect((await run("--case", "1", "--watch")).err).toContain("do not go together");
  });
});

test("bonus exercises are told from core ones in the list", async () => {
  const listed = await folder.ok("exercises", "lora");
  expect(listed).toMatch(/lora\/mixed-batch +Many tasks in one batch {2}bonus$/m);
  expect(listed).toMatch(/lora\/forward +.*(?<!bonus)$/m);
});

test("the shell completes exercises", async () => {
  const said = await folder.ok("complete", "check", "layernorm/");
  expect(said.trim().split("\n")).toEqual(parts.map((part) => `layernorm/${part}`));
  expect(await folder.ok("complete", "code", "milestone-1")).toBe("milestone-1\n");
});

describe("study check", () => {
  test("a starter has not been started, and is no part of the history", async () => {
    const { code, out } = await check("layernorm/forward");
    expect(code).toBe(1);
    expect(out).toContain("  Not written yet: ");
    const history = await folder.json<readonly unknown[]>("history");
    expect(JSON.stringify(history)).not.toContain("Checked");
  });

  test("a wrong one is told where, by how much and which mistake it makes; its seed repeats it", async () => {
    writeFileSync(
      join(folder.path, fileOf("forward")),
      "def layer_norm(a, gain, bias, epsilon=1e-5):\n    return gain * (a - a.mean(0)) / (a.var(0) + epsilon) ** 0.5 + bias\n",
    );
    const { code, out, err } = await check("layernorm/forward", "--seed", "7");
    expect(code).toBe(1);
    expect(err.trim()).toBe("The exercise does not pass yet.");
    expect(out).toMatch(/^Layer normalization, forward {2}layernorm\/forward {2}seed 7\n/);
    expect(out).toContain("✗ five cases of seven units");
    expect(out).toMatch(/Wrong: result\[0, 0\] is \S+; \S+ is right\. 35 of 35 values differ,/);
    expect(out).toContain('This is what "batch-axis" gives:');
    expect(out).toContain("study check layernorm/forward --seed 7");
    expect(out).toContain("Two cards on it: study cards layernorm.statistics layernorm.worked");
    expect((await check("layernorm/forward", "--seed", "7")).out).toBe(out);
  });

  test("--json prints the verdict", async () => {
    const { code, out } = await check("layernorm/forward", "--seed", "7", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      {
        exercise: "layernorm/forward",
        seed: 7,
        passed: false,
        verdict: { kind: "wrong", mistakes: [{ id: "batch-axis" }], index: [0, 0] },
      },
    ]);
  });

  test("a hint, then a stronger one", async () => {
    expect(await folder.ok("check", "layernorm/forward", "--hint")).toMatch(/^Hint 1 of \d: /);
    expect(await folder.ok("check", "layernorm/forward", "--hint")).toMatch(/^Hint 2 of \d: /);
    expect(await folder.refused("check", "layernorm/forward", "layernorm/backward")).toBe(
      'One exercise at a time: "layernorm/forward", then the next.',
    );
    expect(await folder.refused("check", "layernorm", "--hint")).toContain("is for one exercise");
  });

  test("the solution is asked for twice", async () => {
    expect(await folder.refused("check", "layernorm/forward", "--solution")).toBe(
      "--solution asks first: say --yes to see it.",
    );
    const shown = await folder.ok("check", "layernorm/forward", "--solution", "--yes");
    expect(shown).toContain("def layer_norm(");
  });

  test("--solution shows a named mistake as an edit, in the reference's own words; after a pass, beside the code", async () => {
    const file = join(folder.path, fileOf("forward"));
    writeFileSync(
      file,
      "import numpy as np\ndef layer_norm(a, gain, bias, epsilon=1e-5):\n    return gain * (a - a.mean(-1, keepdims=True)) / np.sqrt(a.var(-1, ddof=1, keepdims=True) + epsilon) + bias\n",
    );
    await check("layernorm/forward");
    const edit = [
      "  -    variance = a.var(axis=-1, ddof=1, keepdims=True)",
      "  +    variance = ((a - mean) ** 2).mean(axis=-1, keepdims=True)",
    ].join("\n");
    const failing = await folder.ok("check", "layernorm/forward", "--solution", "--yes");
    expect(failing).toContain(`Your code does "unbiased". In the reference's words:\n`);
    expect(failing).toContain(edit);
    solve("forward", "einsum");
    expect((await check("layernorm/forward")).out).toContain(
      "The reference beside your code: study check layernorm/forward --solution",
    );
    const shown = await folder.ok("check", "layernorm/forward", "--solution");
    expect(shown).toStartWith("code/layernorm/forward.py\n");
    expect(shown).toContain("\nThe reference\n");
    expect(shown).toContain(`Before it passed, your code did "unbiased".`);
    expect(shown).toContain(edit);
    const wide = program(["check", "layernorm/forward", "--solution"], folder.path, {
      COLUMNS: "140",
    });
    expect(await wide.stdout.text()).toMatch(/^code\/layernorm\/forward\.py +│ The reference\n/);
  });

  test("bad words get a sentence", async () => {
    expect((await check("layernorm/forward", "--seed", "seven")).err).toContain(
      '"seven" is not a seed: give a whole number from 0 to',
    );
    const { out } = await folder.study("check", "layernorm/forward", "--python", "/no/python");
    expect(out).toContain('There is no Python at "/no/python" (--python)');
  });

  test("the last of a paper's exercises ticks its implementation as verified; undo takes both back", async () => {
    for (const part of parts) solve(part);
    const { code, out } = await check("layernorm");
    expect(code).toBe(0);
    expect(out).toContain("All 4 exercises pass.");
    const [last] = (await folder.json<readonly History[]>("history", "-n", "1")) ?? [];
    expect(JSON.stringify(last)).toContain("Implemented: Layer Normalization");
    expect(await folder.ok("papers")).toMatch(/layernorm .*☑.*verified/);
    expect(await folder.ok("exercises", "layernorm")).toContain("verified");
    expect(readFileSync(join(folder.path, "TRACKER.md"), "utf8")).toMatch(
      /\| Layer Normalization \| ☐ \| ☐ \| ☑ \|/,
    );
    const undone = await folder.ok("undo");
    expect(undone).toContain("Undone: Implemented: Layer Normalization.");
    expect(await folder.ok("exercises", "layernorm")).not.toContain("verified");
  });

  test("a milestone is checked by its name, and ticked", async () => {
    await folder.ok("code", "milestone-2");
    copyFileSync(
      join(import.meta.dir, "..", "lab", "milestones", "milestone-2", "passes_exact.py"),
      join(folder.path, "code", "milestones", "milestone_2.py"),
    );
    const { code, out } = await check("milestone 2");
    expect(out).toMatch(/Passed: Loss \S+ nats a token, floor/);
    expect(code).toBe(0);
    expect(await folder.ok("milestone")).toMatch(/☑ Milestone 2: Train small language model/);
  });

  test("--watch has keys: a hint, the list, all checked, the starter anew with a copy kept, and the end", async () => {
    const watched = await workspace();
    await watched.ok("code", "layernorm");
    const file = join(watched.path, fileOf("forward"));
    const starter = readFileSync(file, "utf8");
    const mine = "def layer_norm(a, gain, bias, epsilon=1e-5):\n    return a\n";
    writeFileSync(file, mine);
    for (const part of ["backward", "invariances"]) {
      copyFileSync(join(solutions, part, "loops.py"), join(watched.path, fileOf(part)));
    }
    const child = watching(watched.path);
    await child.until(`Waiting for a change of ${fileOf("forward")}`);
    child.press("h");
    await child.until("Hint 1 of ");
    child.press("l");
    await child.until("› ☐ layernorm/forward  Layer normalization, forward");
    child.press("c");
    await child.until("2 of 4 pass.");
    child.press("l");
    await child.until("☑ layernorm/invariances");
    child.press("x");
    await child.until(
      "code/layernorm/forward.py is the starter again. Yours is code/layernorm/forward.kept-1.py.",
    );
    await child.until("Not written yet:");
    expect(readFileSync(file, "utf8")).toBe(starter);
    expect(readFileSync(file.replace(".py", ".kept-1.py"), "utf8")).toBe(mine);
    child.press("q");
    expect(await child.exited).toBe(0);
    watched.remove();
  });

  test("--watch ends at once while code runs, when the key for that is pressed", async () => {
    const watched = await workspace();
    await watched.ok("code", "layernorm/forward");
    writeFileSync(
      join(watched.path, fileOf("forward")),
      'def layer_norm(a, gain, bias, epsilon=1e-5):\n    print("runs")\n    while True: pass\n',
    );
    const child = watching(watched.path);
    await child.until("runs");
    child.press("q");
    expect(await child.exited).toBe(0);
    expect(child.said()).not.toContain("Waiting");
    watched.remove();
  });

  test("--watch goes on to the next exercise when one passes, and ends with the last", async () => {
    const watched = await workspace();
    await watched.ok("code", "layernorm");
    const child = watching(watched.path);
    for (const part of parts) {
      await child.until(`Waiting for a change of ${fileOf(part)}`);
      copyFileSync(join(solutions, part, "einsum.py"), join(watched.path, fileOf(part)));
      await child.until(`layernorm/${part} is done.`);
    }
    await child.until("All pass.");
    expect(await child.exited).toBe(0);
    watched.remove();
  });
});

test("code that runs on ends when study is ended, however that happens", async () => {
  const ended = await workspace();
  await ended.ok("code", "layernorm/forward");
  const mark = join(ended.path, "pid");
  writeFileSync(
    join(ended.path, fileOf("forward")),
    `import os\ndef layer_norm(a, gain, bias, epsilon=1e-5):\n    open(${JSON.stringify(mark)}, "w").write(str(os.getpid()))\n    while True: pass\n`,
  );
  const child = program(["check", "layernorm/forward", "--python", python], ended.path);
  const written = () => existsSync(mark) && readFileSync(mark, "utf8") !== "";
  while (!written()) await Bun.sleep(50);
  const pid = Number(readFileSync(mark, "utf8"));
  const runs = () => existsSync(`/proc/${pid}`) && !isZombie(pid);
  child.kill("SIGKILL");
  await child.exited;
  const started = performance.now();
  while (runs() && performance.now() - started < 10_000) await Bun.sleep(50);
  expect(runs()).toBe(false);
  ended.remove();
});

/** Ended, and not yet taken note of by whoever inherits it. */
function isZombie(pid: number): boolean {
  return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
}

test("a hint answers to what failed in the last run, where the exercise says so", async () => {
  const one = await workspace();
  await one.ok("code", "layernorm/forward");
  const file = join(one.path, fileOf("forward"));
  const hint = async (line: string) => {
    const code = `import numpy as np\ndef layer_norm(a, gain, bias, epsilon=1e-5):\n    m = a.mean(-1, keepdims=True)\n    return ${line}\n`;
    writeFileSync(file, code);
    await one.study("check", "layernorm/forward", "--seed", "7", "--python", python);
    return one.ok("check", "layernorm/forward", "--hint");
  };
  expect(await one.ok("check", "layernorm/forward", "--hint")).toMatch(/^Hint 1 of 2: Each/);
  expect(await hint("gain * (a - a.mean(0)) / (a.var(0) + epsilon) ** 0.5 + bias")).toMatch(
    /^Hint 1 of \d+: Print `mean\.shape`/,
  );
  expect(
    await hint("gain * (a - m) / np.sqrt(a.var(-1, ddof=1, keepdims=True) + epsilon) + bias"),
  ).toMatch(/^Hint 1 of \d+: How many squares does equation \(3\) add/);
  // The list goes on where it was.
  expect(await hint("gain * (a - m) / np.sqrt(a.var(-1, keepdims=True) + epsilon) + bias")).toMatch(
    /^Hint 2 of 2: Keep/,
  );
  one.remove();
});

describe("a notebook", () => {
  test("gives the same verdict, shows it, and lands in the journal", async () => {
    const book = emptyFolder();
    await book.ok("init", "--yes");
    await book.ok("code", "layernorm/forward");
    writeFileSync(
      join(book.path, "code", "book.py"),
      [
        "from study_lab import check",
        "def mine(a, gain, bias, epsilon=1e-5):",
        "    return gain * (a - a.mean(-1, keepdims=True)) / a.std(-1, keepdims=True, ddof=1) + bias",
        'report = check("layernorm/forward", mine, seed=3)',
        "print(report)",
        "assert not report and report._repr_html_().count('<svg') >= 3",
      ].join("\n"),
    );
    const child = Bun.spawn([python, "book.py"], { cwd: join(book.path, "code"), stderr: "pipe" });
    expect(await new Response(child.stderr).text()).toBe("");
    const said = await new Response(child.stdout).text();
    expect(said).toContain("Layer normalization, forward (layernorm/forward), seed 3");
    const history = await book.json<readonly unknown[]>("history", "-n", "1");
    expect(JSON.stringify(history)).toContain("Checked Layer Normalization");
    book.remove();
  });
});

test("`%%check` in a notebook checks its cell's function, found by the workspace's own Python from any folder", async () => {
  const book = await workspace();
  const own = Bun.spawnSync([
    python,
    "-m",
    "venv",
    "--without-pip",
    "--system-site-packages",
    join(book.path, ".venv"),
  ]);
  expect(own.stderr.toString()).toBe("");
  await book.ok("code", "layernorm/forward");
  const test = join(import.meta.dir, "..", "lab", "magic_test.py");
  const child = Bun.spawnSync(
    [join(book.path, ".venv", "bin", "python"), test, join(solutions, "..")],
    { cwd: join(book.path, "notes") },
  );
  expect(child.stderr.toString()).toEndWith("\nOK\n");
  const history = JSON.stringify(await book.json<readonly unknown[]>("history", "-n", "9"));
  expect(history.match(/Checked Layer Normalization/g)).toHaveLength(3);
  book.remove();
});

test("--show prints the input of the first case that fails", async () => {
  await folder.ok("code", "layernorm/invariances", "--python", python);
  const file = join(folder.path, fileOf("forward"));
  await folder.ok("code", "layernorm/forward", "--python", python);
  const before = readFileSync(file, "utf8");
  writeFileSync(file, "def layer_norm(a, gain, bias, epsilon=1e-5):\n    return a\n");
  const said = await folder.study("check", "layernorm/forward", "--show", "--python", python);
  writeFileSync(file, before);
  expect(said.out).toMatch(/ {4}gain = \[/);
});
