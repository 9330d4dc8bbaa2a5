/** A note's properties as a small table; what is no sound YAML is said, shown as it is written, and left alone. */
import { isMap, isScalar, parseDocument } from "yaml";
import { Rich } from "../markdown/rich.tsx";
import { paperWords } from "./words.ts";

export default function Properties({ matter }: { readonly matter: string }) {
  const read = propertiesIn(matter);
  if (read.is === "none") return null;
  if (read.is === "broken") {
    return (
      <div className="properties">
        <p role="note">{paperWords.brokenProperties(read.line)}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled with the keyboard. */}
        <pre tabIndex={0}>{matter}</pre>
      </div>
    );
  }
  return (
    <table className="properties" aria-label={paperWords.properties}>
      <tbody>
        {read.list.map(({ name, value }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <Rich text={value} inline />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Read =
  | { readonly is: "none" }
  | { readonly is: "broken"; readonly line: number }
  | { readonly is: "read"; readonly list: readonly Property[] };

interface Property {
  readonly name: string;
  readonly value: string;
}

/** The lines are counted from the note's first one, which is a stroke. */
export function propertiesIn(matter: string): Read {
  const document = parseDocument(matter, { logLevel: "silent" });
  const [fault] = document.errors;
  if (fault !== undefined) return { is: "broken", line: (fault.linePos?.[0].line ?? 1) + 1 };
  const { contents } = document;
  if (contents === null) return { is: "none" };
  if (!isMap(contents)) return { is: "broken", line: 2 };
  return {
    is: "read",
    list: contents.items.map(({ key, value }) => ({
      name: isScalar(key) ? String(key.value) : String(key),
      value: wordsOf(value),
    })),
  };
}

/** As it is written: a number keeps its zeros. A list is its parts. */
function wordsOf(node: unknown): string {
  if (isScalar(node)) {
    if (node.value === null) return "";
    return typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
  }
  if (typeof node === "object" && node !== null && "items" in node && !isMap(node)) {
    return (node.items as readonly unknown[]).map(wordsOf).join(", ");
  }
  return node == null ? "" : String(node);
}
