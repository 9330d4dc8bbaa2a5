import { describe, expect, test } from "bun:test";
import type { NetworkInterfaceInfo } from "node:os";
import { chooseLan, type Interfaces, lanAddresses } from "./lan.ts";

const info = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  netmask: "255.255.255.0",
  mac: "00:00:00:00:00:00",
  cidr: `${address}/24`,
  internal,
  ...(address.includes(":") ? { family: "IPv6", scopeid: 0 } : { family: "IPv4" }),
});
const interfaces: Interfaces = {
  lo: [info("127.0.0.1", true), info("::1", true)],
  docker0: [info("172.17.0.1")],
  tailscale0: [info("100.101.1.2")],
  wg0: [info("10.8.0.2")],
  eth0: [info("10.0.0.7"), info("fe80::1")],
  wlan0: [info("192.168.1.23"), info("2001:db8::1")],
  ppp0: [info("203.0.113.9")],
  en5: [info("169.254.3.4")],
  gone: undefined,
};

describe("the address in the network", () => {
  test("is a private one, a home's first and those of containers and tunnels last; loopback and public ones never", () => {
    expect(lanAddresses(interfaces)).toEqual([
      "192.168.1.23",
      "10.0.0.7",
      "10.8.0.2",
      "172.17.0.1",
    ]);
    expect(
      lanAddresses({ en0: [info("172.15.0.1"), info("172.32.0.1"), info("11.0.0.1")] }),
    ).toEqual([]);
    expect(lanAddresses({ en0: [info("172.16.0.1"), info("172.31.0.1")] })).toHaveLength(2);
  });

  test("is the likeliest, or the one that is named; others are told", () => {
    expect(chooseLan(interfaces, null)).toMatchObject({
      ok: true,
      lan: { address: "192.168.1.23", name: "192.168.1.23" },
      others: ["10.0.0.7", "10.8.0.2", "172.17.0.1"],
    });
    expect(chooseLan(interfaces, "10.8.0.2")).toMatchObject({
      ok: true,
      lan: { address: "10.8.0.2" },
    });
  });

  test("is refused where it is not this machine's, public, loopback or everything", () => {
    for (const asked of [
      "192.168.1.1",
      "203.0.113.9",
      "127.0.0.1",
      "0.0.0.0",
      "",
      "laptop.local",
    ]) {
      expect(chooseLan(interfaces, asked)).toEqual({
        ok: false,
        sentence: `"${asked}" is no address that this machine has in a private network: it has 192.168.1.23, 10.0.0.7, 10.8.0.2, 172.17.0.1.`,
      });
    }
    expect(chooseLan({ lo: [info("127.0.0.1", true)] }, null)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining("no address in a private network"),
    });
  });
});
