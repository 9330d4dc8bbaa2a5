import { expect, test } from "bun:test";
import { askerOf, proxiesIn } from "./asker.ts";

const trusting = (said: string) => proxiesIn(said) ?? new Set<string>();
const nobody = new Set<string>();

test("sync.66 strangers are counted by their own address: a proxy's word is taken only where the hub was told to", () => {
  expect(askerOf("127.0.0.1", "203.0.113.7", nobody)).toBe("127.0.0.1");
  expect(askerOf("127.0.0.1", "203.0.113.7", trusting("127.0.0.1"))).toBe("203.0.113.7");
  // What a stranger wrote before the proxy did is not believed.
  expect(askerOf("127.0.0.1", "10.9.9.9, 203.0.113.7", trusting("127.0.0.1"))).toBe("203.0.113.7");
  // Two proxies, one behind the other.
  const both = trusting("127.0.0.1,10.0.0.2");
  expect(askerOf("::ffff:127.0.0.1", "203.0.113.7:4711, 10.0.0.2", both)).toBe("203.0.113.7");
  // Nobody is there whom it names, or it names nobody.
  for (const odd of [null, "", "unknown", "_hidden", "300.1.1.1", ","]) {
    expect(askerOf("127.0.0.1", odd, both)).toBe("127.0.0.1");
  }
  // A stranger who comes without the proxy is who the socket says.
  expect(askerOf("198.51.100.1", "203.0.113.7", both)).toBe("198.51.100.1");
});

test("sync.66 of IPv6 a network is counted, however it is written", () => {
  const one = askerOf("2001:db8:1:2:3:4:5:6", null, nobody);
  expect(askerOf("2001:db8:1:2::9", null, nobody)).toBe(one);
  expect(askerOf("127.0.0.1", "[2001:DB8:1:2::9]:443", trusting("127.0.0.1"))).toBe(one);
  expect(askerOf("2001:db8:1:3::9", null, nobody)).not.toBe(one);
  expect(proxiesIn("127.0.0.1,proxy")).toBeNull();
  expect([...trusting("::1, 10.0.0.2")]).toEqual(["::1", "10.0.0.2"]);
});
