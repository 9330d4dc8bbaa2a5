/** Which address of this machine other devices of its network reach it at. */
import type { NetworkInterfaceInfo } from "node:os";

export interface Lan {
  /** What is listened on, beside loopback. */
  readonly address: string;
  /** What requests may call this server by: the address, as a name that somebody points at it is none of ours. */
  readonly name: string;
}

export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

export type LanChoice =
  | { readonly ok: true; readonly lan: Lan; readonly others: readonly string[] }
  | { readonly ok: false; readonly sentence: string };

/** Made by programs on this machine (containers, virtual machines, tunnels): a phone does not see them. */
const inside =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|lxc|cni|flannel|podman|tun|tap|utun|wg|zt|tailscale|awdl|llw)/i;

/** The likeliest first: networks at home are mostly 192.168. */
const homes = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./];

/** The addresses of private networks, the likeliest first. */
export function lanAddresses(interfaces: Interfaces): readonly string[] {
  return Object.entries(interfaces)
    .flatMap(([name, infos]) =>
      (infos ?? []).flatMap(({ address, family, internal }) => {
        const home = homes.findIndex((form) => form.test(address));
        if (internal || family !== "IPv4" || home < 0) return [];
        return [{ address, rank: home + (inside.test(name) ? homes.length : 0) }];
      }),
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ address }) => address);
}

/** `asked` is the address that the learner named; null for the likeliest. */
export function chooseLan(interfaces: Interfaces, asked: string | null): LanChoice {
  const known = lanAddresses(interfaces);
  const [first] = known;
  if (first === undefined) {
    return {
      ok: false,
      sentence:
        "This machine has no address in a private network: connect it to the network that your phone is in, then start again.",
    };
  }
  const address = asked ?? first;
  if (known.includes(address)) {
    const lan = { address, name: address };
    return { ok: true, lan, others: known.filter((one) => one !== address) };
  }
  return {
    ok: false,
    sentence: `"${address}" is no address that this machine has in a private network: it has ${known.join(", ")}.`,
  };
}
