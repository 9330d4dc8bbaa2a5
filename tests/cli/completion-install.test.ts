import { expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { builtProgram } from "../executable.ts";
import { emptyFolder, workspace } from "./study.ts";

test.each([
  ["bash", "share/bash-completion/completions/study", "complete -o default"],
  ["zsh", "share/zsh/site-functions/_study", "#compdef study"],
  ["fish", "config/fish/completions/study.fish", "complete -c study"],
])(
  "completion --install writes for %s where it looks, and the manual",
  async (shell, path, has) => {
    const folder = emptyFolder({});
    const env = {
      HOME: folder.path,
      SHELL: `/usr/bin/${shell}`,
      XDG_DATA_HOME: join(folder.path, "share"),
      XDG_CONFIG_HOME: join(folder.path, "config"),
    };
    const inHome = emptyFolder(env);
    const said = await inHome.ok("completion", "--install");
    expect(said).toContain(join(folder.path, path));
    expect(readFileSync(join(folder.path, path), "utf8")).toContain(has);
    expect(existsSync(join(folder.path, "share", "man", "man1", "study.1"))).toBe(true);
    inHome.remove();
    folder.remove();
  },
);

test("a shell that is not known is refused, and nothing is written", async () => {
  const folder = emptyFolder({ SHELL: "/usr/bin/nonsense" });
  expect(await folder.refused("completion", "--install")).toContain("bash, zsh or fish");
  folder.remove();
});

test("bash completes names with blanks, quotes and colons, and runs nothing that stands in one", async () => {
  const folder = await workspace();
  await folder.ok("compare", "--add", "$(touch pwned)`touch pwned`", "parameters=12");
  const offered = (...words: readonly string[]) => {
    const script = [
      "source <(study completion bash)",
      'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _study',
      `printf '%s\\n' "\${COMPREPLY[@]}"`,
    ].join("\n");
    const ran = Bun.spawnSync(["bash", "-c", script, "bash", "study", ...words], {
      cwd: folder.path,
      env: {
        ...process.env,
        PATH: `${dirname(builtProgram())}:${process.env.PATH}`,
        STUDY_DIR: folder.path,
      },
    });
    return ran.stdout.toString().trimEnd().split("\n");
  };
  expect(offered("compare", "GPT-2 X")).toEqual(["GPT-2\\ XL"]);
  expect(offered("compare", "GPT-2\\ X")).toEqual(["GPT-2\\ XL"]);
  expect(offered("compare", "'GPT-2 X")).toEqual(["GPT-2 XL"]);
  expect(offered("compare", "$(")).toEqual(["\\$\\(touch\\ pwned\\)\\`touch\\ pwned\\`"]);
  expect(offered("checkin", "mon")).toEqual(["month:1", "month:2", "month:3"]);
  expect(offered("checkin", "month", ":")).toEqual(["1", "2", "3"]);
  expect(offered("checkin", "month", ":", "2")).toEqual(["2"]);
  expect(offered("export", "--csv", "")).toEqual(["sessions", "cards", "checks"]);
  expect(existsSync(join(folder.path, "pwned"))).toBe(false);
  folder.remove();
});
