/** A box in a list of tasks is called by the words beside it: by itself it has no name. */
interface Node {
  readonly type?: string;
  readonly tagName?: string;
  readonly value?: string;
  readonly properties?: Record<string, unknown>;
  readonly children?: readonly Node[];
}

export function rehypeNamedBoxes() {
  return (tree: Node) => visit(tree);
}

function visit(node: Node): void {
  const { children = [] } = node;
  if (node.tagName === "li") {
    const name = textOf(node).trim();
    for (const box of boxesOf(node)) box["aria-label"] = name;
  }
  for (const child of children) visit(child);
}

/** Its own: a list within it has items of its own. */
function boxesOf({ children = [] }: Node): readonly Record<string, unknown>[] {
  return children.flatMap((child) => {
    if (child.tagName === "input" && child.properties?.type === "checkbox") {
      return [child.properties];
    }
    return child.tagName === "p" ? boxesOf(child) : [];
  });
}

function textOf({ value, tagName, children = [] }: Node): string {
  if (tagName === "ul" || tagName === "ol") return "";
  return value ?? children.map(textOf).join("");
}
