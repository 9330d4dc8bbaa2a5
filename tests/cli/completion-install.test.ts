import { expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { emptyFolder } from "./study.ts";

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
