import { expect, test } from "bun:test";
import { blocksAfter, groupsOf } from "./preview.tsx";

const nothing = { list: [], next: 0 };
const keys = (blocks: ReturnType<typeof blocksAfter>) => blocks.list.map(({ key }) => key);

test("a block that is edited, and those around it, stay the blocks that they were", () => {
  const first = blocksAfter(nothing, ["a", "b", "c"]);
  const edited = blocksAfter(first, ["a", "b!", "c"]);
  expect(keys(edited)).toEqual([0, 1, 2]);
  expect(edited.list[0]).toBe(first.list[0] as (typeof first.list)[0]);
  const added = blocksAfter(edited, ["new", "a", "b!", "c"]);
  expect(keys(added)).toEqual([3, 0, 1, 2]);
  expect(added.list[0]?.fresh).toBe(true);
  expect(keys(blocksAfter(added, ["a", "c"]))).toEqual([0, 2]);
});

test("a text that comes whole is not taken for an edit", () => {
  const many = Array.from({ length: 30 }, (_, at) => `part ${at}`);
  expect(blocksAfter(nothing, many).list.some(({ fresh }) => fresh)).toBe(false);
  const other = blocksAfter(blocksAfter(nothing, ["one"]), many);
  expect(other.list.some(({ fresh }) => fresh)).toBe(false);
});

test("an edit in a long note changes one group of its blocks, also where one comes in", () => {
  const many = Array.from({ length: 200 }, (_, at) => `part ${at}`);
  const before = blocksAfter(nothing, many);
  const old = groupsOf(before.list);
  expect(old.flat()).toEqual([...before.list]);
  for (const texts of [many.with(70, "other"), many.toSpliced(70, 0, "new")]) {
    const groups = groupsOf(blocksAfter(before, texts).list);
    const same = (group: (typeof old)[number]) =>
      old.some(
        (one) => one.length === group.length && one.every((block, at) => block === group[at]),
      );
    expect(groups.filter((group) => !same(group)).length).toBe(1);
  }
});
