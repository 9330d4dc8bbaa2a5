import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { emptySnapshot } from "../core/entries/ledger.ts";
import type { WorkspaceId } from "../core/replica/replica.ts";
import { commandsForm, entriesForm, exerciseForm, noteForm, readSent } from "./forms.ts";
import { screenAt, screens } from "./screens.ts";
import { addressOf, api, fateOf, isFor, readLedger, readNews } from "./wire.ts";

describe("what is sent", () => {
  const said = (form: Parameters<typeof readSent>[0], body: unknown) => {
    const read = readSent(form, JSON.stringify(body));
    return read.ok ? read.sent : read.fault;
  };

  test("is what its form says, or gets a sentence", () => {
    expect(said(noteForm, { text: "a", base: "" })).toEqual({
      workspace: null,
      text: "a",
      base: "",
      tried: [],
    });
    expect(said(noteForm, { text: 1 })).toBe('The request must be {"text": "…", "base": "…"}.');
    expect(said(entriesForm, { entries: [1] })).toEqual({ workspace: null, entries: [1] });
    expect(said(entriesForm, { entries: [] })).toContain("1 to 500 entries");
    expect(said(commandsForm, { commands: Array(501).fill(1) })).toContain("1 to 500 commands");
    expect(said(exerciseForm, { paper: 3 })).toBe('"paper" must be a paper\'s id or null.');
    expect(said(exerciseForm, null)).toContain('{"paper": "…", "exercise": "…"}');
  });

  test("that is anything at all never throws", () => {
    const forms = [noteForm, entriesForm, commandsForm, exerciseForm] as const;
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        for (const form of forms) {
          const read = readSent<unknown>(form, text);
          if (!read.ok) expect(read.fault).toEndWith(".");
        }
      }),
    );
  });
});

describe("what comes in at a page", () => {
  const entry = {
    v: 1,
    id: "00000000a-000-abcdefgh",
    command: "00000000a-000-abcdefgh",
    by: "web",
    type: "timer.paused",
    at: 5,
  };

  test("is held to the schema of entries; what a newer server knows is left out", () => {
    const newer = { ...entry, id: "00000000b-000-abcdefgh", type: "dream.dreamt" };
    const broken = { ...entry, id: "00000000c-000-abcdefgh", at: "noon" };
    const text = JSON.stringify({
      what: "entries",
      after: 0,
      arrival: 3,
      entries: [entry, newer, broken],
    });
    expect(readNews(text)).toEqual({
      what: "entries",
      after: 0,
      arrival: 3,
      entries: [entry],
    } as never);
    const ledger = { snapshot: emptySnapshot, tail: [entry, newer] };
    expect(readLedger(ledger as never).tail as unknown).toEqual([entry]);
  });
});

describe("an answer that says no", () => {
  test("ends an entry only when it speaks of the entry itself", () => {
    expect(fateOf(400, { reason: "bad-entry" })).toBe("refused");
    expect(fateOf(409, { reason: "collision" })).toBe("refused");
    expect(fateOf(413, { reason: "too-large" })).toBe("refused");
    expect(fateOf(409, { reason: "other-workspace" })).toBe("elsewhere");
    for (const [status, reason] of [
      [400, "bad-request"],
      [401, "token"],
      [403, "origin"],
      [404, "not-found"],
      [405, "method"],
      [421, "host"],
      [425, "early"],
      [500, "bug"],
      [503, "full"],
      [502, ""],
    ] as const) {
      expect(fateOf(status, { reason })).toBe("later");
    }
  });
});

test("a workspace goes by its id and by the name that it had in version 0.1", () => {
  const names = { workspace: "id" as WorkspaceId, formerly: "device" as WorkspaceId };
  expect(isFor(names.workspace, names)).toBe(true);
  expect(isFor(names.formerly, names)).toBe(true);
  expect(isFor(null, names)).toBe(true);
  expect(isFor("other" as WorkspaceId, names)).toBe(false);
});

test("an address holds its parts, and what is asked", () => {
  expect(addressOf(api.note, { paper: "gpt-2" })).toBe("/notes/gpt-2");
  expect(addressOf(api.note, { paper: "a/b" })).toBe("/notes/a%2Fb");
  expect(addressOf(api.search, {}, { q: "a b&c" })).toBe("/api/search?q=a+b%26c");
});

test("an address belongs to one screen", () => {
  for (const screen of screens) expect(screenAt(`/${screen}`)).toBe(screen);
  expect(screenAt("/paper/bert/notes")).toBe("papers");
  expect(screenAt("/tody")).toBeNull();
  expect(screenAt("/plans")).toBeNull();
});
