import { expect, test } from "bun:test";
import { pagePaths } from "../wire/screens.ts";
import { addressOf, api, type Endpoint } from "../wire/wire.ts";
import { find } from "./routes.ts";

const parts = { paper: "gpt-2", file: "gpt-2-x1.png", number: "12" };
const endpoints: readonly (readonly [string, Endpoint<unknown, unknown>])[] = Object.entries(api);

for (const [name, endpoint] of endpoints) {
  test(`${name} is answered, and any other method there is told what it may be`, () => {
    const path = addressOf(endpoint, parts);
    expect(find(endpoint.method, path)).toMatchObject({
      is: "route",
      route: { path: endpoint.path },
    });
    const others = find("DELETE", path);
    expect(others.is === "method" && others.allow).toContain(endpoint.method);
  });
}

test("everything of the learner's needs a session, to look as well as to write; getting in needs a ticket", () => {
  const needs = endpoints.map(([name, endpoint]) => {
    const found = find(endpoint.method, addressOf(endpoint, parts));
    return [name, found.is === "route" && found.route.needs] as const;
  });
  const open = needs.filter(([, what]) => what !== "session" && what !== "json");
  expect(open).toEqual([["enter", "ticket"]]);
  expect(find("HEAD", "/api/state").is).toBe("route");
});

test("every screen is answered with the page", () => {
  for (const path of pagePaths) {
    expect(find("GET", path.replace(":paper", "bert")).is).toBe("route");
    expect(find("POST", path.replace(":paper", "bert"))).toEqual({ is: "method", allow: ["GET"] });
  }
});

test("a paper's file may be named with its ending", () => {
  const named = (path: string) => {
    const found = find("GET", path);
    return found.is === "route" ? found.parts.paper : null;
  };
  expect(named("/notes/bert.md")).toBe("bert");
  expect(named("/notes/bert")).toBe("bert");
  expect(named("/papers/gpt-2.pdf")).toBe("gpt-2");
  expect(named("/papers/1706.03762")).toBe("1706.03762");
});

test("no path leads out of its folder", () => {
  for (const path of [
    "/notes/..",
    "/notes/../x",
    "/notes/a..b",
    "/notes/images/..",
    "/notes/images/a/b.png",
    "/notes/images/%2e%2e",
    "/notes/.hidden",
    "/papers/..%2f..%2fetc",
    "/papers/",
    "/nothing",
    "/today/",
  ]) {
    expect(find("GET", path)).toEqual({ is: "nothing" });
  }
});
