/**
 * Footnotes of a text that is shown in pieces. They are numbered through the whole text, so each piece says the numbers
 * of those that it refers to, as definitions that hold nothing else; and each footnote is a piece of its own at the end.
 */

/** No text of a person has it at these places: U+2060, which shows nothing. */
const mark = "\u2060";
const stub = new RegExp(`^${mark}(\\d+)(again)?$`);
const body = new RegExp(`^${mark}(\\d+)${mark}$`);

export interface Footnote {
  /** In lower case: `[^A]` and `[^a]` are one. */
  readonly name: string;
  /** Without the indent that says they belong to it. */
  readonly lines: readonly string[];
}

export const footnoteLine = /^ {0,3}\[\^([^\]\s^[]+)\]:[ \t]*(.*)$/;
const reference = /\[\^([^\]\s^[]+)\](?!:)/g;
const code = /(`+)[^`]([\s\S]*?[^`])?\1(?!`)/g;

/** The pieces with the numbers of their footnotes, and the footnotes behind them. */
export function withFootnotes(
  blocks: readonly string[],
  notes: readonly Footnote[],
): readonly string[] {
  const known = new Map<string, Footnote>();
  for (const note of notes) if (!known.has(note.name)) known.set(note.name, note);
  const numbers = new Map<string, number>();
  const numbered = (text: string): readonly string[] => {
    if (!text.includes("[^")) return [];
    const said = new Set<string>();
    for (const [, name = ""] of text.replace(code, "").matchAll(reference)) {
      if (known.has(name.toLowerCase())) said.add(name.toLowerCase());
    }
    return [...said].map((name) => {
      const again = numbers.has(name);
      if (!again) numbers.set(name, numbers.size + 1);
      return `[^${name}]: ${mark}${numbers.get(name)}${again ? "again" : ""}`;
    });
  };
  const shown = blocks.map((block) => joined(block, numbered(block)));
  const bodies: string[] = [];
  const show = (name: string, number: number) => {
    const lines = known.get(name)?.lines ?? [];
    const stubs = numbered(lines.join("\n"));
    const indented = lines.map((line) => (line === "" ? "" : `    ${line}`));
    bodies.push([...stubs, `[^${name}]: ${mark}${number}${mark}`, "", ...indented].join("\n"));
  };
  // What a footnote refers to is numbered behind it, and the map grows meanwhile.
  for (const [name, number] of numbers) show(name, number);
  // What nothing refers to is the learner's text all the same.
  for (const name of known.keys()) {
    if (numbers.has(name)) continue;
    numbers.set(name, numbers.size + 1);
    show(name, numbers.size);
  }
  return [...shown, ...bodies];
}

function joined(block: string, stubs: readonly string[]): string {
  if (stubs.length === 0) return block;
  // Indented code would go on with the last of them.
  return /^(?: {2}|\t)/.test(block)
    ? [block, "", ...stubs].join("\n")
    : [...stubs, "", block].join("\n");
}

/** The footnote that a piece holds, and those that it is the first to refer to: where a link to them leads. */
export function footnotesIn(block: string): {
  readonly of: string | null;
  readonly first: readonly string[];
} {
  if (!block.includes(mark)) return { of: null, first: [] };
  let of: string | null = null;
  const first: string[] = [];
  for (const line of block.split("\n")) {
    const [, name = "", text = ""] = footnoteLine.exec(line) ?? [];
    if (body.test(text)) of = name;
    else if (stub.exec(text)?.[2] === undefined && stub.test(text)) first.push(name);
  }
  return { of, first };
}

export const footnoteId = (name: string) => `user-content-fn-${name}`;
export const referenceId = (name: string) => `user-content-fnref-${name}`;

interface Node {
  type: string;
  value?: string;
  identifier?: string;
  url?: string;
  ordered?: boolean;
  start?: number;
  spread?: boolean;
  children?: Node[];
  data?: { hName?: string; hProperties?: Record<string, unknown> };
}

/** Sets references as their numbers, and a footnote as the item of a list that begins at its number. */
export function remarkFootnotes() {
  return (tree: Node) => {
    const numbers = new Map<string, readonly [number: string, again: boolean]>();
    const own: Node[] = [];
    for (const node of tree.children ?? []) {
      const said = node.type === "footnoteDefinition" ? firstWords(node) : "";
      const [, number, again] = stub.exec(said) ?? [];
      if (number !== undefined) numbers.set(node.identifier ?? "", [number, again !== undefined]);
      else if (body.test(said)) own.push(asItem(node, Number(body.exec(said)?.[1])));
      else own.push(node);
    }
    if (
      own.length === tree.children?.length &&
      own.every((node, at) => node === tree.children?.[at])
    ) {
      return;
    }
    tree.children = own;
    number(tree, numbers);
  };
}

function firstWords({ children }: Node): string {
  const [first] = children ?? [];
  return first?.type === "paragraph" ? (first.children?.[0]?.value ?? "") : "";
}

function asItem({ identifier = "", children = [] }: Node, start: number): Node {
  const back: Node = {
    type: "link",
    url: `#${referenceId(identifier)}`,
    children: [{ type: "text", value: "↩" }],
  };
  const inside = children.slice(1);
  const last = inside.at(-1);
  if (last?.type === "paragraph") last.children?.push({ type: "text", value: " " }, back);
  else inside.push({ type: "paragraph", children: [back] });
  return {
    type: "list",
    ordered: true,
    start,
    spread: false,
    data: { hProperties: { className: ["footnote"] } },
    children: [{ type: "listItem", spread: inside.length > 1, children: inside }],
  };
}

function number(node: Node, numbers: ReadonlyMap<string, readonly [string, boolean]>): void {
  if (node.children === undefined) return;
  node.children = node.children.map((child) => {
    const known =
      child.type === "footnoteReference" ? numbers.get(child.identifier ?? "") : undefined;
    if (known === undefined) {
      number(child, numbers);
      return child;
    }
    const [value, again] = known;
    const name = child.identifier ?? "";
    const id = again ? {} : { id: referenceId(name) };
    const link: Node = {
      type: "link",
      url: `#${footnoteId(name)}`,
      data: { hProperties: id },
      children: [{ type: "text", value }],
    };
    return { type: "emphasis", data: { hName: "sup" }, children: [link] };
  });
}
