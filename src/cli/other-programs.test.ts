import { expect, test } from "bun:test";
import { editorLine, systemLine } from "./other-programs.ts";

test("an editor is a line of the system's own shell: Windows has no `sh`", () => {
  expect(editorLine("linux", "code --wait", "/home/a b/TRACKER.md").command).toEqual([
    "sh",
    "-c",
    'code --wait "$1"',
    "sh",
    "/home/a b/TRACKER.md",
  ]);
  const editor = '"C:\\Program Files\\np.exe" -multiInst';
  expect(editorLine("win32", editor, "C:\\A & B\\TRACKER.md")).toEqual({
    command: [
      "cmd",
      "/d",
      "/s",
      "/c",
      '""C:\\Program Files\\np.exe" -multiInst "C:\\A & B\\TRACKER.md""',
    ],
    verbatim: true,
  });
});

test("a file is opened by what each system has for it, whatever signs its path holds", () => {
  expect(systemLine("linux", "/a b").command).toEqual(["xdg-open", "/a b"]);
  expect(systemLine("darwin", "/a b").command).toEqual(["open", "/a b"]);
  expect(systemLine("win32", "C:\\A & B\\open.html")).toEqual({
    command: ["cmd", "/d", "/s", "/c", '"start "" "C:\\A & B\\open.html""'],
    verbatim: true,
  });
});
