/** Finding a paper, a task or a command by the name a person gives it. */

export interface Named<I> {
  readonly id: I;
  readonly names: readonly string[];
}

export type Lookup<I> =
  | { readonly found: "one"; readonly id: I }
  | { readonly found: "many"; readonly ids: readonly I[] }
  | { readonly found: "none"; readonly near: readonly I[] };

/** Lower case without spaces and punctuation: `GPT-2` and `gpt2` are the same name. */
export function plainName(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase().replace(/[^a-z0-9]/g, "");
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Where a paper of arXiv is shown under its id, by arXiv itself and by others. */
const arxivPlaces = [
  /^(?:https?:\/\/)?(?:[\w-]+\.)*(?:arxiv\.org|ar5iv\.org|alphaxiv\.org)\/(?:abs|pdf|html|overview)\/(.+)$/i,
  /^(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\/papers\/(.+)$/i,
  /^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|doi:\s*)?10\.48550\/arxiv\.(.+)$/i,
  /^arxiv:\s*(.+)$/i,
];

/** The id in `1810.04805`, `arXiv:1810.04805v2`, its DOI or an address that shows it; null where there is none. */
export function arxivIdIn(text: string): string | null {
  const said = text.trim().replace(/[?#].*$/, "");
  const placed = arxivPlaces.flatMap((place) => place.exec(said)?.[1] ?? [])[0] ?? said;
  const bare = placed.replace(/(?:\.pdf)?\/*$/i, "");
  return /^(\d{4}\.\d{4,5})(?:v\d+)?$/.exec(bare)?.[1] ?? null;
}

/** An exact name wins over a beginning, a beginning over a part; what is still ambiguous is not guessed. */
export function findByName<I>(wanted: string, candidates: readonly Named<I>[]): Lookup<I> {
  const plain = plainName(wanted);
  if (plain === "") return { found: "none", near: [] };
  const rules: ((name: string) => boolean)[] = [
    (name) => name === plain,
    (name) => name.startsWith(plain),
    (name) => name.includes(plain),
  ];
  for (const rule of rules) {
    const ids = candidates
      .filter(({ names }) => names.some((name) => rule(plainName(name))))
      .map(({ id }) => id);
    if (ids.length === 1) return { found: "one", id: ids[0] as I };
    if (ids.length > 1) return { found: "many", ids };
  }
  return { found: "none", near: nearest(plain, candidates) };
}

/** Up to three candidates within a third of the word's length in edits, nearest first. */
function nearest<I>(plain: string, candidates: readonly Named<I>[]): readonly I[] {
  const limit = Math.max(1, Math.ceil(plain.length / 3));
  return candidates
    .map(({ id, names }) => ({
      id,
      distance: Math.min(...names.map((name) => editDistance(plain, plainName(name)))),
    }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ id }) => id);
}

/** Levenshtein distance, one row at a time. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** An id made from the text, so that two devices that add the same line agree on it. */
export function freshId(text: string, used: ReadonlySet<string>): string {
  const slug =
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 80)
      .replace(/^-+|-+$/g, "") || "own";
  let candidate = slug;
  for (let count = 2; used.has(candidate); count += 1) candidate = `${slug}-${count}`;
  return candidate;
}
