import { expect, test } from "bun:test";
import { readSpeeds, saySpeeds } from "./speed.ts";

test("a slow BLAS is told with what training costs and the command that mends it", () => {
  const numpy = { version: "1.24.2", speed: 2 };
  const said = saySpeeds({ numpy, torch: { version: "1.13.0", speed: 2 } }).join("\n");
  expect(said).toContain("PyTorch 1.13.0 multiplies at 2.0.");
  expect(said).toContain("takes about 3 minutes");
  expect(said).toContain("sudo apt install libopenblas0");
});

test("a fast one is told without more", () => {
  const said = saySpeeds({ numpy: { version: "2.3.0", speed: 40 }, torch: null });
  expect(said).toEqual([
    "NumPy 2.3.0 multiplies at 40 billion operations a second.",
    "PyTorch is not installed; `study python setup --torch` installs it for this workspace.",
    "Training milestone 2's model takes about 40 seconds with it.",
  ]);
  expect(readSpeeds("nothing")).toBeNull();
});
