/** A formula on its own lines may be wider than its place: it is scrolled with the keyboard. */
interface Node {
  readonly properties?: Record<string, unknown>;
  readonly children?: readonly Node[];
}

export function rehypeFocusableMath() {
  return (tree: Node) => visit(tree);
}

function visit({ properties, children = [] }: Node): void {
  const classes = properties?.className;
  if (properties !== undefined && Array.isArray(classes) && classes.includes("katex-display")) {
    properties.tabIndex = 0;
    return;
  }
  for (const child of children) visit(child);
}
