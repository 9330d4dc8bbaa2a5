import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { anyBody } from "../../../tests/fixtures/commands.ts";
import { type DeviceId, entryId } from "../time/clock.ts";
import { type Entry, entryVersion, parseEntry, readChecked, writeEntry } from "./entry.ts";

const id = entryId({ wall: 1, counter: 0 }, "abcdefgh" as DeviceId);
const head = `"v":1,"id":"${id}","command":"${id}","by":"cli"`;

test("an entry is read as it was written", () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const entry: Entry = { v: entryVersion, id, command: id, by: "cli", ...body };
      const parsed = parseEntry(writeEntry(entry));
      expect(parsed).toEqual({ ok: true, entry });
      expect(readChecked(writeEntry(entry))).toEqual(entry);
    }),
  );
});

test("no text makes the reading fail", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseEntry(text)));
});

describe("journal.34 a line that is no entry is refused in a clause", () => {
  for (const [line, fault] of [
    ["", "is not JSON"],
    ["{", "is not JSON"],
    ["[]", 'has no "v"'],
    [`{"v":0,"id":"${id}","command":"${id}","by":"cli","type":"x"}`, 'has a "v" that'],
    [
      `{"v":1,"id":"x","command":"${id}","by":"cli","type":"x"}`,
      'has a "id" that must be an entry id',
    ],
    [
      `{${head},"type":"paper.marked","paper":"BERT!","aspect":"read","done":true}`,
      'has a "paper" that must be a paper id',
    ],
    [
      `{${head},"type":"session.logged","paper":null,"activity":"read","start":1,"on":"2026-02-30","minutes":5}`,
      'has a "on" that must be a day from 1970 to 2199, YYYY-MM-DD',
    ],
    [
      `{${head},"type":"plan.changed","start":"9999-12-30"}`,
      'has a "start" that must be a day from 1970 to 2199, YYYY-MM-DD',
    ],
    [
      `{${head},"type":"reward.set","reward":1,"text":"a\\nb"}`,
      'has a "text" that must be a single line',
    ],
    [
      `{${head},"type":"workspace.started","curriculum":"llm","timeZone":"Mars","start":null,"target":null,"minutesAWeek":null}`,
      'has a "timeZone" that must be a time zone',
    ],
  ] as const) {
    test(line.slice(0, 60) || "an empty line", () => {
      const parsed = parseEntry(line);
      if (parsed.ok) throw new Error("it was taken");
      expect(parsed.fault).toStartWith(fault.slice(0, 20));
      expect(parsed.fault).toContain(fault.split("(")[0]?.trim() ?? "");
    });
  }
});

test("journal.4 a newer type, version or origin is kept as foreign", () => {
  for (const line of [
    `{${head},"type":"dream.noted"}`,
    `{${head.replace('"v":1', '"v":2')},"type":"timer.paused"}`,
    `{${head.replace("cli", "watch")},"type":"timer.paused","at":1}`,
  ]) {
    expect(parseEntry(line)).toMatchObject({ ok: true, entry: null, foreign: { id } });
  }
});
