/** A million bytes of nonsense for every form that is read: by its ending, or by the words that it tells itself by. */
import { expect, test } from "bun:test";
import { readForms } from "../../src/exchange/forms.ts";
import { formOf, recognize } from "../../src/exchange/take-file.ts";
import { situation } from "../fixtures/llm.ts";

const size = 1_000_000;
const now = situation();

/** The same at every run. */
function noise(seed: number): Uint8Array {
  let state = seed;
  return new Uint8Array(size).map(() => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state >> 16;
  });
}

const bytes = noise(7);
const shapes: Readonly<Record<string, Uint8Array>> = {
  bytes,
  "letters in lines": bytes.map((byte) => (byte % 97 === 0 ? 10 : 32 + (byte % 95))),
  "one long line": bytes.map((byte) => 33 + (byte % 94)),
  nothing: new Uint8Array(size),
  brackets: bytes.map((byte) => Buffer.from("[({<\"'`|")[byte % 8] ?? 32),
  "opened and never closed": new Uint8Array(size).fill(0x5b),
};

/** What a form is told by: its files' endings, and what stands in the first bytes. */
const files: readonly (readonly [name: string, head: string])[] = [
  ...["md", "markdown", "txt", "org", "html", "csv", "tsv", "data", "bib", "apkg", "colpkg"].map(
    (ending) => [`nonsense.${ending}`, ""] as const,
  ),
  ["zip.apkg", "PK\u0003\u0004"],
  ["marks.md", "[x](zotero://open-pdf/library/items/J7?page=3&annotation=K) "],
  ["csl.json", '[{"title": '],
  ["timew.json", '[{"start": "20260302T100000Z", '],
  ["entries.json", '[{"description": "BERT", "timeInterval": '],
  ["deck.txt", "#separator:tab\n"],
  ["waka.json", '{"days": [{"grand_total": '],
  ["zotero.json", '{"items": [{"itemType": '],
];

/** A clause that follows the file's name, on one line. */
const sentence = /^(?:is|has|can't|holds|belongs)\b[^\n]{5,300}[^.\s]$/;

test("exchange.5 a million bytes of nonsense are refused by every form in a sentence, and would change nothing", async () => {
  const reached = new Set<string>();
  for (const [name, head] of files) {
    for (const [shape, body] of Object.entries(shapes)) {
      const sent = { name, bytes: Buffer.concat([Buffer.from(head, "latin1"), body]) };
      const form = await formOf(name, sent.bytes);
      if (form === null) throw new Error(`no form reads ${name}`);
      reached.add(form.name);
      const of = { curriculum: now.curriculum, today: now.progress.today };
      const read = await recognize(form, sent, of, () => null);
      if (read.is === "refused") {
        expect([name, shape, read.fault]).toEqual([name, shape, expect.stringMatching(sentence)]);
        continue;
      }
      // A true beginning is read; what follows it is told, and brings nothing.
      const { found } = read;
      const { wishes, homeless } = found.place(now);
      const brings = wishes.length + (found.quotes?.(now).length ?? 0);
      expect([name, shape, head !== "", brings]).toEqual([name, shape, true, 0]);
      expect(found.left.length + homeless.length).toBeGreaterThan(0);
    }
  }
  const all = (await readForms()).map((form) => form.name);
  expect([...reached].toSorted()).toEqual(all.toSorted());
});
