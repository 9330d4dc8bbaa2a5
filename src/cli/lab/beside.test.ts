import { expect, test } from "bun:test";
import { beside } from "./beside.ts";

test("two texts stand in columns, and a line that is too long goes on in its column", () => {
  const rows = beside(
    { title: "mine", text: "def f():\n\treturn 1\n" },
    { title: "reference", text: "a = 12345678901\nb\nc" },
    25,
  );
  expect(rows).toEqual([
    "mine        │ reference",
    "─────────── │ ───────────",
    "def f():    │ a = 1234567",
    "    return  │ 8901",
    "1           │ b",
    "            │ c",
  ]);
});

test("a column counts what is seen: wide signs take two places", () => {
  expect(beside({ title: "日本", text: "x" }, { title: "r", text: "y" }, 13)[0]).toBe("日本  │ r");
});
