/** Properties at the head of a note, for the editor: else their last line would make a heading of them. */
import type { markdown } from "@codemirror/lang-markdown";
import { tags } from "@lezer/highlight";

type Extension = NonNullable<NonNullable<Parameters<typeof markdown>[0]>["extensions"]>;

const stroke = /^(?:---|\.\.\.)[ \t]*$/;

export const frontMatterSyntax: Extension = {
  defineNodes: [{ name: "FrontMatter", block: true, style: tags.comment }],
  parseBlock: [
    {
      name: "FrontMatter",
      before: "HorizontalRule",
      parse(context, line) {
        if (context.lineStart !== 0 || line.text.trimEnd() !== "---") return false;
        const next = context.peekLine();
        if (!/^[^\s#:\-[{][^:]{0,80}:(?:\s|$)/.test(next) && !stroke.test(next)) return false;
        let end = context.lineStart + line.text.length;
        // Up to the second stroke, or to an empty line while it is not there yet.
        while (context.nextLine() && line.text.trim() !== "") {
          end = context.lineStart + line.text.length;
          if (!stroke.test(line.text)) continue;
          context.nextLine();
          break;
        }
        context.addElement(context.elt("FrontMatter", 0, end));
        return true;
      },
    },
  ],
};
