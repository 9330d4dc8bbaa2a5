import { expect, test } from "bun:test";
import { firstWeekday, regional } from "./format.ts";

test("numbers and weeks are those of the learner's region, in English", () => {
  const of = (...languages: readonly string[]) => regional(languages).toString();
  expect(of("de-CH", "de")).toBe("en-CH");
  expect(of("ja")).toBe("en-JP");
  expect(of("fr-CA", "en-US")).toBe("en-US");
  expect(new Intl.NumberFormat(regional(["de-DE"])).format(49152)).toBe("49.152");
  expect(firstWeekday(regional(["en-US"]))).toBe(6);
  expect(firstWeekday(regional(["en-GB"]))).toBe(0);
});
