/** A file's content as it travels: text with line feeds, or bytes as they are. */
import type { Mark } from "./lineage.ts";

export interface Content {
  readonly mark: Mark;
  /** What is put on a shelf. */
  readonly bytes: Uint8Array;
  /** Null for what is no text, or is too long to be merged. */
  readonly text: string | null;
}

const longestText = 1_000_000;

export function contentOf(raw: Uint8Array): Content {
  const text = textIn(raw);
  const bytes = text === null ? raw : new TextEncoder().encode(text);
  return { mark: markOfBytes(bytes), bytes, text };
}

export function contentOfText(text: string): Content {
  const bytes = new TextEncoder().encode(text);
  return { mark: markOfBytes(bytes), bytes, text };
}

/** Windows' line ends are a matter of the device that writes them. */
function textIn(raw: Uint8Array): string | null {
  if (raw.length > longestText || raw.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(raw).replace(/\r\n?/g, "\n");
  } catch {
    return null;
  }
}

function markOfBytes(bytes: Uint8Array): Mark {
  return new Bun.CryptoHasher("sha256").update(bytes).digest("hex").slice(0, 32);
}
