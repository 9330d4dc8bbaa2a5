import { expect, test } from "bun:test";
import { ticketIn } from "./session.ts";

const code = "CAEkkKUKIWDfnf6-1AA09LITWospYTW-sgdFB8qiluc";

test("an address brings a ticket of a computer, or an invitation of a hub at its root; a place on a screen is none", () => {
  expect(ticketIn({ pathname: "/", hash: `#ticket=${code}` })).toBe(code);
  expect(ticketIn({ pathname: "/today", hash: `#ticket=${code}` })).toBe(code);
  expect(ticketIn({ pathname: "/", hash: `#${code}` })).toBe(code);
  expect(ticketIn({ pathname: "/paper/bert", hash: `#${code}` })).toBeNull();
  expect(ticketIn({ pathname: "/plan", hash: "#week-3" })).toBeNull();
  expect(ticketIn({ pathname: "/", hash: "" })).toBeNull();
});
