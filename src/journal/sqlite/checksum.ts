/** CRC-32 of an entry's text: detects a flipped bit, not malice. */
export function checksum(text: string): number {
  return Bun.hash.crc32(text);
}
