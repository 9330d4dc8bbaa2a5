import { expect, test } from "bun:test";
import { alone } from "./locks.ts";

test("where the browser has no locks, work of one name is done one after the other, and a failure passes on", async () => {
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  const a = alone("note", async () => {
    await first.promise;
    done.push("a");
    throw new Error("lost");
  });
  const b = alone("note", () => done.push("b"));
  const other = alone("stream", () => done.push("other"));
  expect(await other).toBe(1);
  first.resolve();
  await expect(a).rejects.toThrow("lost");
  expect(await b).toBe(3);
  expect(done).toEqual(["other", "a", "b"]);
});
