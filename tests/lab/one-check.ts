/** A check in a program of its own, which the learner's code may try to end: `one-check.ts FILE CACHE PYTHON`. */
import { join } from "node:path";
import { runCheck } from "../../src/lab/run.ts";

const [file = "", cache = "", python = ""] = process.argv.slice(2);
const root = join(import.meta.dir, "..", "..");
const job = {
  name: "layernorm/forward",
  python: { path: python, by: "PATH" as const },
  harness: join(root, "src", "lab", "python"),
  exercise: join(root, "curricula", "llm", "papers", "layernorm", "exercises", "forward"),
  file,
  seed: 7,
  cache,
  limits: { step: 2000 },
};
for await (const event of runCheck(job)) {
  if (event.event === "verdict") console.log(JSON.stringify(event.verdict));
}
