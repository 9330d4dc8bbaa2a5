/** Other work that is read beside the paper. */
import type { Companion } from "../../core/content/material.ts";
import { Rich } from "../markdown/rich.tsx";
import { paperWords } from "./words.ts";

export function Companions({ companions }: { readonly companions: readonly Companion[] }) {
  return companions.map(({ title, by, arxiv, url, reading, why, read, text, source }) => (
    <article key={title} className="companion">
      <h4>
        <a
          href={arxiv === null ? (url ?? "") : `https://arxiv.org/abs/${arxiv}`}
          target="_blank"
          rel="noreferrer"
        >
          {title}
        </a>{" "}
        <small className="faint">
          {by} · {paperWords.readings[reading]}
        </small>
      </h4>
      <p>
        <Rich text={why} inline />
      </p>
      {read.length > 0 && (
        <p>
          {paperWords.toRead}: {read.join("; ")}
        </p>
      )}
      <Rich text={text} />
      <p className="faint">{source}</p>
    </article>
  ));
}
