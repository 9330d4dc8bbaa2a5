/** The body of a request, read no further than its limit: what says no length may have no end. */

/** Null where it is longer than `limit` bytes. */
export async function textWithin(request: Request, limit: number): Promise<string | null> {
  const bytes = await bytesWithin(request, limit);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

export async function bytesWithin(request: Request, limit: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  if (request.body === null) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of request.body) {
    bytes += part.length;
    if (bytes > limit) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
