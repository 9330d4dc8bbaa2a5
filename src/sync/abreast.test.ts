import { afterAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PaperId } from "../core/content/curriculum.ts";
import { createWorkspace } from "../workspace/create.ts";
import { layoutOf } from "../workspace/layout.ts";
import { keepLocal } from "../workspace/local.ts";
import { newDevice } from "../workspace/open.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type Abreast, keepAbreast } from "./abreast.ts";
import { folderShelf } from "./folder-shelf.ts";
import { joinFrom } from "./join.ts";

const root = mkdtempSync(join(tmpdir(), "study-abreast-"));
const ends: (() => void)[] = [() => rmSync(root, { recursive: true, force: true })];
afterAll(() => {
  for (const end of ends.toReversed()) end();
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await Bun.sleep(20);
}

function serve(workspace: Workspace): Abreast {
  keepLocal(workspace.layout, { sync: join(root, "shared") });
  const abreast = keepAbreast(workspace, { beat: 20, rest: 0 });
  ends.push(() => {
    abreast.stop();
    workspace.close();
  });
  return abreast;
}

test("two served folders keep abreast by themselves: of what is recorded, of what TRACKER.md says, of notes", async () => {
  mkdirSync(join(root, "shared"));
  const now = Date.now();
  const wanted = {
    curriculum: "llm",
    start: null,
    target: null,
    minutesAWeek: null,
    timeZone: "UTC",
    dayStarts: 0 as never,
    kind: "own",
  } as const;
  const first = await createWorkspace(layoutOf(join(root, "first")), wanted, now);
  serve(first);
  const shelf = folderShelf(join(root, "shared"));
  await until(async () => (await shelf.list()).length > 0);
  const layout = layoutOf(join(root, "second"));
  const { workspace: second } = await joinFrom({
    layout,
    shelf,
    hub: null,
    device: newDevice(),
    place: "shared",
    now,
  });
  serve(second);

  const paper = "bert" as PaperId;
  await first.run([{ do: "mark-paper", paper, aspect: "read", done: true }], "web", Date.now());
  const readIn = async (workspace: Workspace) =>
    (await workspace.look(Date.now())).progress.papers.find(({ id }) => id === paper)?.done.read;
  await until(async () => (await readIn(second)) === true);
  expect(readFileSync(second.layout.tracker, "utf8")).toMatch(/BERT.*☑/);

  writeFileSync(join(second.layout.notes, "bert.md"), "From the second.\n");
  await until(() => Bun.file(join(first.layout.notes, "bert.md")).exists());
  expect(readFileSync(join(first.layout.notes, "bert.md"), "utf8")).toBe("From the second.\n");
}, 60_000);
