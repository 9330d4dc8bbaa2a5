/** `> [!note] Title`, as Obsidian writes a callout, becomes a quotation with that title. */
interface Node {
  type: string;
  value?: string;
  children?: Node[];
  data?: { hProperties?: { className: string[] } };
}

const form = /^\[!([A-Za-z][\w-]{0,30})(?:\|[^\]\n]{0,60})?\][+-]?[ \t]*([^\n]*)(?:\n|$)/;

export function remarkCallouts() {
  return (tree: Node) => visit(tree);
}

function visit(node: Node): void {
  for (const child of node.children ?? []) {
    if (child.type === "blockquote") asCallout(child);
    visit(child);
  }
}

function asCallout(quote: Node): void {
  const [first, ...others] = quote.children ?? [];
  const [head, ...words] = first?.type === "paragraph" ? (first.children ?? []) : [];
  const found = head?.type === "text" ? form.exec(head.value ?? "") : null;
  if (found === null || head === undefined) return;
  const [whole, type = "", title = ""] = found;
  const ends = whole.endsWith("\n");
  const behind = (head.value ?? "").slice(whole.length);
  // A title with marks in it goes on in the nodes behind, up to the end of its line.
  const at = ends ? 0 : words.findIndex(({ value }) => value?.includes("\n") === true);
  const more = ends ? [] : at === -1 ? words : words.slice(0, at);
  const broken = ends || at === -1 ? undefined : words[at];
  const [last = "", ...later] = (broken?.value ?? "").split("\n");
  const rest: Node[] = ends
    ? [{ type: "text", value: behind }, ...words]
    : broken === undefined
      ? []
      : [{ type: "text", value: later.join("\n") }, ...words.slice(at + 1)];
  const named = title === "" && more.length === 0 ? sentenceCase(type) : title;
  const titled: Node = {
    type: "paragraph",
    data: { hProperties: { className: ["callout-title"] } },
    children: [{ type: "text", value: named }, ...more, { type: "text", value: last }],
  };
  const body = rest.some(({ type, value }) => type !== "text" || value?.trim() !== "");
  quote.data = { hProperties: { className: ["callout", `callout-${type.toLowerCase()}`] } };
  quote.children = [titled, ...(body ? [{ type: "paragraph", children: rest }] : []), ...others];
}

function sentenceCase(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}
