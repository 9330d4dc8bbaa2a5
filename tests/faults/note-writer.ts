/** Makes, saves and decorates notes, and says so after each step: the program of `note-on-disk.test.ts`. */
import { writeSync } from "node:fs";
import type { PaperId } from "../../src/core/content/curriculum.ts";
import { mergeApart } from "../../src/server/merge-apart.ts";
import { curriculumOf } from "../../src/workspace/content.ts";
import { layoutOf } from "../../src/workspace/layout.ts";
import { ensureNote, saveImage, saveNote } from "../../src/workspace/notes.ts";

const layout = layoutOf(process.argv[2] ?? "");
const curriculum = await curriculumOf(layout, "llm");
const paper = "bert" as PaperId;
const merge = mergeApart();
const say = (what: string) => writeSync(1, `answered ${what}\n`);

await saveNote(layout, paper, { text: "one\n", base: "", tried: [] }, 1, merge);
say("first");
await saveNote(layout, paper, { text: "one\ntwo\n", base: "one\n", tried: [] }, 1, merge);
say("second");
ensureNote(layout, curriculum, "gpt-1" as PaperId, 2);
say("template");
saveImage(layout, paper, "image/png", new Uint8Array(9));
say("image");
