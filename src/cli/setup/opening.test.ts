import { expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layoutOf } from "../../workspace/layout.ts";
import { makeState } from "../../workspace/private.ts";
import { openingFile } from "./opening.ts";

test("a browser is led to the page by a file that its owner alone can read, and whose name tells nothing", () => {
  const folder = mkdtempSync(join(tmpdir(), "study-opening-"));
  makeState(layoutOf(folder));
  const address = "http://127.0.0.1:4321/#ticket=abc_-123";
  const path = openingFile(folder, address);
  expect(path).not.toContain("abc_-123");
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, "utf8")).toContain(`content="0;url=${address}"`);
  const next = openingFile(folder, "http://127.0.0.1:4321/#ticket=next");
  expect(statSync(next).mode & 0o777).toBe(0o600);
  expect(readFileSync(next, "utf8")).not.toContain("abc_-123");
  rmSync(folder, { recursive: true });
});
