/**
 * `[[BERT]]` and `[[bert|the BERT paper]]`, as Obsidian writes them, become links to the paper's notes; an embed,
 * `![[figure.png|320]]`, becomes the image, and one of anything else a link to it.
 */
import { fileNameIn } from "./image-address.ts";

interface Node {
  type: string;
  value?: string;
  url?: string;
  alt?: string;
  children?: Node[];
}

const form = /(!?)\[\[([^\][|\n]{1,120})(?:\|([^\][\n]+))?\]\]/g;

/** Which paper a name means is known to whoever shows it. */
const place = "/paper-named/";

export function paperNameIn(href: string): string | null {
  return href.startsWith(place) ? decodeURIComponent(href.slice(place.length)) : null;
}

export function remarkPaperLinks() {
  return (tree: Node) => visit(tree);
}

function visit(node: Node): void {
  if (node.children === undefined || node.type === "link") return;
  node.children = node.children.flatMap((child) => {
    if (child.type === "text") return split(child.value ?? "");
    visit(child);
    return [child];
  });
}

function split(text: string): Node[] {
  const parts: Node[] = [];
  let last = 0;
  for (const match of text.matchAll(form)) {
    const [whole, embed, paper = "", label] = match;
    if (match.index > last) parts.push({ type: "text", value: text.slice(last, match.index) });
    const image = embed === "" ? null : fileNameIn(paper.trim());
    parts.push(
      image === null
        ? linkTo(paper, label)
        : { type: "image", url: `images/${encodeURIComponent(image)}`, alt: label ?? "" },
    );
    last = match.index + whole.length;
  }
  if (last < text.length) parts.push({ type: "text", value: text.slice(last) });
  return parts;
}

function linkTo(paper: string, label: string | undefined): Node {
  return {
    type: "link",
    url: `${place}${encodeURIComponent(paper.trim().replace(/[#^].*$/s, ""))}`,
    children: [{ type: "text", value: label ?? paper }],
  };
}
