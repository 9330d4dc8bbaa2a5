import { expect, test } from "bun:test";
import { aliasesIn } from "./aliases.ts";

test("aliases are one name or a list, as Obsidian writes them; what is no sound YAML has none", () => {
  expect(aliasesIn("tags: [x]\naliases: [The Cloze paper, 'MLM: masked', 2.0]")).toEqual([
    "The Cloze paper",
    "MLM: masked",
    "2.0",
  ]);
  expect(aliasesIn("aliases:\n  - One\n  - Two\nalias: Three")).toEqual(["One", "Two", "Three"]);
  expect(aliasesIn("Alias: just one")).toEqual(["just one"]);
  for (const none of ["aliases:", "aliases: {a: b}", "title: BERT", "aliases: [", "- aliases"]) {
    expect(aliasesIn(none)).toEqual([]);
  }
});
