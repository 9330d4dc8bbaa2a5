/** How fast a Python multiplies matrices, and what that means for training a milestone's model. */
import * as v from "valibot";

/** Prints JSON: billions of operations a second in NumPy, and in PyTorch where it is installed. */
export const speedProgram = `
import json, time

def speed(multiply):
    multiply()
    best, start = 0.0, time.perf_counter()
    while time.perf_counter() - start < 0.5:
        began = time.perf_counter()
        multiply()
        best = max(best, 2 * 384 ** 3 / (time.perf_counter() - began) / 1e9)
    return best

import numpy
a = numpy.random.default_rng(0).random((384, 384), dtype=numpy.float32)
found = {"numpy": {"version": numpy.__version__, "speed": speed(lambda: a @ a)}, "torch": None}
try:
    import torch
    b = torch.as_tensor(a)
    found["torch"] = {"version": str(torch.__version__), "speed": speed(lambda: b @ b)}
except ImportError:
    pass
print(json.dumps(found))
`;

const measured = v.object({ version: v.string(), speed: v.number() });
const speedForm = v.object({ numpy: measured, torch: v.nullable(measured) });
export type Speeds = v.InferOutput<typeof speedForm>;

/** Null where the program printed something else. */
export function readSpeeds(printed: string): Speeds | null {
  try {
    const read = v.safeParse(speedForm, JSON.parse(printed));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/** Below this an optimised BLAS is not at work: those reach 20 and more on one core, the reference BLAS 1 to 4. */
const slow = 8;
/** Milestone 2's model, 1,200 steps: what is no product of matrices, in seconds, and the products, in 10⁹ operations. */
const training = { rest: 35, products: 280 };

export function saySpeeds({ numpy, torch }: Speeds): readonly string[] {
  const lines = [
    `NumPy ${numpy.version} multiplies at ${figure(numpy.speed)} billion operations a second.`,
    torch === null
      ? "PyTorch is not installed; `study python setup --torch` installs it for this workspace."
      : `PyTorch ${torch.version} multiplies at ${figure(torch.speed)}.`,
  ];
  const trained = torch ?? numpy;
  const minutes = (training.rest + training.products / trained.speed) / 60;
  lines.push(`Training milestone 2's model takes about ${time(minutes)} with it.`);
  if (Math.min(numpy.speed, torch?.speed ?? numpy.speed) < slow) {
    lines.push(
      "That is the reference BLAS, many times slower than an optimized one. On Debian and Ubuntu this fixes it: sudo apt install libopenblas0. Elsewhere `study python setup --torch` brings packages that have their own.",
    );
  }
  return lines;
}

function figure(speed: number): string {
  return speed < 10 ? speed.toFixed(1) : speed.toFixed(0);
}

function time(minutes: number): string {
  return minutes < 1.5
    ? `${Math.max(10, Math.round((minutes * 60) / 10) * 10)} seconds`
    : `${Math.round(minutes)} minutes`;
}
