/**
 * Where a request comes from. A proxy asks for others and says for whom; only those that the hub was told to believe are
 * believed, as anybody can say so.
 */

/** The address that is counted by: of IPv6 the network, as whoever has one address there has billions. */
export function askerOf(
  socket: string,
  forwarded: string | null,
  trusted: ReadonlySet<string>,
): string {
  let asker = plain(socket);
  // The last proxy wrote the last name; each that is believed leads to the one before it.
  const said = (forwarded ?? "").split(",").reverse();
  for (const one of said) {
    if (!trusted.has(asker)) break;
    const before = plain(one.trim());
    if (!isAddress(before)) break;
    asker = before;
  }
  return asker.includes(":") ? networkOf(asker) : asker;
}

/** Addresses from `127.0.0.1,10.0.0.2`; null where one is none. */
export function proxiesIn(said: string): ReadonlySet<string> | null {
  const all = said.split(",").map((one) => plain(one.trim()));
  return all.every(isAddress) ? new Set(all) : null;
}

/** Some proxies add a port, or brackets; a socket that takes both kinds shows IPv4 as IPv6. */
function plain(address: string): string {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? address;
  const four = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/i.exec(bare)?.[1];
  return four ?? bare.toLowerCase();
}

function isAddress(text: string): boolean {
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (four !== null) return four.slice(1).every((part) => Number(part) < 256);
  return text.includes(":") && URL.canParse(`http://[${text}]/`);
}

const networkParts = 4;

function networkOf(address: string): string {
  const [head = "", tail = ""] = address.split("::");
  const parts = (side: string) => (side === "" ? [] : side.split(":"));
  const [first, last] = [parts(head), parts(tail)];
  const between = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => "0");
  const whole = address.includes("::") ? [...first, ...between, ...last] : first;
  return `${whole.slice(0, networkParts).join(":")}::/64`;
}
