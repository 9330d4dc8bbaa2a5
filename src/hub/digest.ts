/** Keys and invitations are long and random, so a plain digest keeps them as safe at rest as a slow one would. */
export function digestOf(secret: string): string {
  return new Bun.CryptoHasher("sha256").update(secret).digest("hex");
}
