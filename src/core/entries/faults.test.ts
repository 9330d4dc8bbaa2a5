import { expect, test } from "bun:test";
import { parseCommand } from "../decide/command.ts";

test("every bad value gets a sentence of ours", () => {
  const faultOf = (command: object) => {
    const parsed = parseCommand(command);
    return parsed.ok ? "" : parsed.fault;
  };
  const log = { do: "log", paper: null, activity: "read", start: 0, minutes: 30 };
  expect(faultOf({ ...log, minutes: 1.5 })).toBe("The minutes must be a whole number.");
  expect(faultOf({ ...log, minutes: 0 })).toBe("The minutes must be at least 1.");
  expect(faultOf({ ...log, minutes: "1" })).toBe("The minutes must be a number.");
  expect(faultOf({ ...log, activity: "sleep" })).toBe(
    "The activity must be read, notes, implement or review.",
  );
  expect(faultOf({ ...log, activity: undefined })).toBe("The activity is missing.");
  expect(faultOf({ do: "fly" })).toMatch(/^The do must be start-workspace, .* or redo\.$/);
  expect(faultOf({ do: "undo", command: "x" })).toBe("The command must be an entry id.");
  for (const command of [{}, null, [], "log", { do: "set-goal", week: 0, text: 3 }]) {
    expect(faultOf(command as object)).not.toMatch(/Invalid|Expected|received/);
  }
});
