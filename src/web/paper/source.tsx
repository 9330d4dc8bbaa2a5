/** What a guide names of a paper; with the paper beside it, it leads there. */
import { Rich } from "../markdown/rich.tsx";
import { paperWords } from "./words.ts";

/** Goes to the place that a source names. */
export type Seek = (source: string) => void;

export function Source({ text, seek }: { readonly text: string; readonly seek: Seek | null }) {
  if (seek === null) return <Rich text={text} inline />;
  return (
    <button type="button" className="seek" title={paperWords.seek(text)} onClick={() => seek(text)}>
      <Rich text={text} inline />
    </button>
  );
}
