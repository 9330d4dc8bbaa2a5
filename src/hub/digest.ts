/** Keys and invitations are long and random, so a plain digest keeps them as safe at rest as a slow one would. */
export function digestOf(secret: string): string {
  return new Bun.CryptoHasher("sha256").update(secret).digest("hex");
}

/** The mark of a log after one more entry; the empty text is that of an empty log. */
export function markAfter(mark: string, id: string): string {
  return digestOf(`${mark} ${id}`).slice(0, 16);
}
