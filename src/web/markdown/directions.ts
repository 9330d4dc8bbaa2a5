/** Each paragraph, heading, line and cell runs as its own first words do: from the left, or from the right. */
interface Node {
  readonly tagName?: string;
  readonly properties?: Record<string, unknown>;
  readonly children?: readonly Node[];
}

const blocks = new Set("p h1 h2 h3 h4 h5 h6 li blockquote td th".split(" "));

export function rehypeDirections() {
  return (tree: Node) => visit(tree);
}

function visit({ tagName, properties, children = [] }: Node): void {
  if (properties !== undefined && tagName !== undefined && blocks.has(tagName)) {
    properties.dir = "auto";
  }
  for (const child of children) visit(child);
}
