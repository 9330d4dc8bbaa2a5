import { describe, expect, test } from "bun:test";
import { lstatSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { type Folder, newFolder, type Said, within, withoutMarks } from "./folder.ts";
import { serve } from "./served.ts";

const own = "## My own section\n\nWhat I think of all this: é.\n";

/** A folder with a learner's own section in its file, which the program has seen. */
async function grown(): Promise<Folder> {
  const folder = await newFolder(["log", "45m", "attention"]);
  folder.edit((text) => text.replace("## 🏆 Milestones", `${own}\n## 🏆 Milestones`));
  await folder.ok("status");
  return folder;
}

/** A command that hangs fails the test in words. */
async function soon(work: Promise<Said>): Promise<Said> {
  const late = Bun.sleep(4000).then(() => ({ code: -1, out: "", err: "it hangs" }));
  return Promise.race([work, late]);
}

const contents: Readonly<Record<string, string | Uint8Array>> = {
  "an empty file": "",
  "a file of blanks": " \n\t\n   \n",
  "a file of a byte order mark alone": "\uFEFF",
  "a file of NULs": new Uint8Array(4096),
  "a text that ends in NULs, as a power cut leaves it": Buffer.concat([
    Buffer.from("# LLM Study Progress Tracker\n\n## 📊 Over"),
    Buffer.alloc(4000),
  ]),
  "a text that is not UTF-8": Buffer.from("# LLM Study\n\n\xe9t\xe9\n", "latin1"),
};

/** A sentence of the file itself: where, and what is wrong. */
const sentence = /TRACKER\.md.*[a-z]/;

describe("TRACKER.md is another thing than a tracker", () => {
  for (const [title, content] of Object.entries(contents)) {
    test(`tracker.27 ${title} is left alone and said, the command is recorded, and what was in it before is offered back`, () =>
      grown().then((folder) =>
        within(folder, async () => {
          const before = withoutMarks(folder.text());
          const known = (await folder.records()).length;
          writeFileSync(folder.tracker, content);
          const said = await soon(folder.study("log", "1h17", "bert"));
          expect(said.code).toBe(0);
          const looked = await soon(folder.study("status"));
          expect(looked.err).toMatch(sentence);
          expect(readFileSync(folder.tracker)).toEqual(Buffer.from(content));
          const doctor = await soon(folder.study("doctor"));
          expect(doctor.out).not.toContain("agrees with the journal");
          const records = await folder.records();
          expect(records.slice(known)).toMatchObject([{ by: "cli", paper: "bert" }]);
          // A text in another encoding is the learner's own, to be saved anew.
          if (title.includes("UTF-8")) return;
          // The message names the command that brings the text back, and the command does.
          const [, words = ""] =
            /`study ([^`]+)`/.exec(`${looked.err}\n${doctor.out}${doctor.err}`) ?? [];
          expect(words).not.toBe("");
          await folder.ok(...words.split(" "));
          const text = withoutMarks(folder.text());
          expect(text).toContain(own);
          const computed = /^\| BERT.*$|^.*Total Study Hours.*$/gm;
          expect(text.replace(computed, "")).toBe(before.replace(computed, ""));
          expect(text).toContain("| BERT | ☐ | ☐ | ☐ | 1h17 |");
          expect(await folder.records()).toEqual([...records]);
        }),
      ));
  }

  test("tracker.27 deleting an emptied file, as one may, loses nothing either: the learner's own section is offered", () =>
    grown().then((folder) =>
      within(folder, async () => {
        writeFileSync(folder.tracker, "");
        await folder.study("status");
        rmSync(folder.tracker);
        const first = await folder.study("status");
        const known = (await folder.records()).length;
        if (folder.text().includes(own)) return;
        const [, words = ""] = /`study ([^`]+)`/.exec(first.err) ?? [];
        expect(words).not.toBe("");
        await folder.ok(...words.split(" "));
        expect(folder.text()).toContain(own);
        expect(await folder.records()).toHaveLength(known);
      }),
    ));

  test("tracker.27 a file of 60 MB holds up no command, is said, and is left alone", () =>
    grown().then((folder) =>
      within(folder, async () => {
        const large = `${folder.text()}\n${"some text of another file\n".repeat(2_400_000)}`;
        writeFileSync(folder.tracker, large);
        const { code, err } = await soon(folder.study("log", "1h17", "bert"));
        expect({ code, err }).toEqual({
          code: 0,
          err: expect.stringContaining("it has 62 MB, and a tracker may have 10."),
        });
        expect(statSync(folder.tracker).size).toBe(Buffer.byteLength(large));
        expect(await folder.records()).toContainEqual(expect.objectContaining({ paper: "bert" }));
      }),
    ));

  test("tracker.27 a folder of that name is said, and commands are recorded", () =>
    grown().then((folder) =>
      within(folder, async () => {
        rmSync(folder.tracker);
        mkdirSync(folder.tracker);
        const { code, err } = await soon(folder.study("log", "1h17", "bert"));
        expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(sentence) });
        expect(err).not.toMatch(/^\s+at /m);
        expect(lstatSync(folder.tracker).isDirectory()).toBe(true);
      }),
    ));

  const makesPipes = Bun.which("mkfifo") !== null;
  for (const [title, words] of [
    ["a command that writes", ["log", "1h17", "bert"]],
    ["a command that reads", ["status"]],
    ["doctor", ["doctor"]],
  ] as const) {
    test.skipIf(!makesPipes)(`tracker.27 a pipe of that name does not hold up ${title}`, () =>
      grown().then((folder) =>
        within(folder, async () => {
          rmSync(folder.tracker);
          Bun.spawnSync(["mkfifo", folder.tracker]);
          const { code, out, err } = await soon(folder.study(...words));
          expect({ code, said: err + out }).toEqual({
            code: 0,
            said: expect.stringMatching(sentence),
          });
          expect(lstatSync(folder.tracker).isFIFO()).toBe(true);
        }),
      ),
    );
  }

  test.skipIf(!makesPipes)("tracker.27 a pipe of that name does not hold up the server", () =>
    grown().then((folder) =>
      within(folder, async () => {
        rmSync(folder.tracker);
        Bun.spawnSync(["mkfifo", folder.tracker]);
        const served = await serve(folder);
        const answered = served.ask("GET", "/api/state").then((answer) => answer?.status);
        expect(await Promise.race([answered, Bun.sleep(4000)])).toBe(200);
        await served.stop();
      }),
    ),
  );

  test("tracker.27 an emptied file while served is left alone, and said to the page", () =>
    grown().then((folder) =>
      within(folder, async () => {
        const served = await serve(folder);
        writeFileSync(folder.tracker, "");
        await Bun.sleep(2500);
        const log = { do: "log", paper: "bert", activity: "read", start: Date.now(), minutes: 77 };
        const answer = await served.ask("POST", "/api/commands", { commands: [log] });
        await Bun.sleep(1500);
        const state = await served.ask("GET", "/api/state");
        await served.stop();
        expect(answer?.status).toBe(200);
        expect(folder.text()).toBe("");
        expect(state?.value).toMatchObject({ problems: [{ line: 1, column: 1 }] });
      }),
    ));

  // The folder is another user's to read then: root reads everything.
  test.skipIf(process.getuid?.() === 0)("tracker.27 a file that may not be read is said", () =>
    grown().then((folder) =>
      within(folder, async () => {
        Bun.spawnSync(["chmod", "000", folder.tracker]);
        const { code, err } = await folder.study("log", "1h17", "bert");
        expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(sentence) });
      }),
    ),
  );
});
