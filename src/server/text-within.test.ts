import { expect, test } from "bun:test";
import { textWithin } from "./text-within.ts";

test("a request that says no length is read to its limit and no further", async () => {
  let given = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(stream) {
      given += 1;
      stream.enqueue(new Uint8Array(1000));
    },
  });
  const request = new Request("http://127.0.0.1/", { method: "POST", body: endless });
  expect(await textWithin(request, 10_000)).toBe(null);
  expect(given).toBeLessThan(20);
  const short = (body: string) => new Request("http://127.0.0.1/", { method: "POST", body });
  expect(await textWithin(short("größer ∑"), 20)).toBe("größer ∑");
  expect(await textWithin(short("größer ∑"), 9)).toBe(null);
  expect(await textWithin(new Request("http://127.0.0.1/"), 9)).toBe("");
});
