import { expect, test } from "bun:test";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { markOf } from "../scripts/prepared-mark.mjs";
import { sbomFrom } from "../scripts/sbom.ts";
import { askedFor, nameOf, sumsOf, targets, whyNot } from "../scripts/targets.ts";

const root = join(import.meta.dir, "..");

test("a lock file that changed, were it by one letter of the same length, is installed anew", async () => {
  const lock = await Bun.file(join(root, "package-lock.json")).text();
  const changed = lock.replace(/"version": "\d/, (version) => `${version.slice(0, -1)}9`);
  expect(changed.length).toBe(lock.length);
  const mark = markOf(lock, "1.4.5", "linux-x64");
  expect(markOf(lock, "1.4.5", "linux-x64")).toBe(mark);
  expect(markOf(changed, "1.4.5", "linux-x64")).not.toBe(mark);
  expect(markOf(lock, "1.4.6", "linux-x64")).not.toBe(mark);
  expect(markOf(lock, "1.4.5", "darwin-arm64")).not.toBe(mark);
});

test("the program holds what it depends on, and no tool of the tests", async () => {
  const held = new Set<string>();
  const embedded = ["", "_CURRICULA", "_MATERIAL", "_LAB"];
  for (const entry of ["src/cli/main.ts", "src/web/page.tsx"]) {
    const built = await Bun.build({
      entrypoints: [join(root, entry)],
      target: entry.includes("cli") ? "bun" : "browser",
      splitting: true,
      external: ["embedded:*"],
      define: Object.fromEntries(embedded.map((name) => [`EMBEDDED${name}`, "[]"])),
      plugins: [
        {
          name: "what is held",
          setup: (build) => {
            build.onLoad({ filter: /\.[cm]?[jt]sx?$/ }, ({ path }) => {
              held.add(path.replaceAll("\\", "/"));
              return undefined;
            });
          },
        },
      ],
    });
    expect(built.success).toBe(true);
  }
  const paths = [...held];
  expect(paths.some((path) => path.includes("/node_modules/valibot/"))).toBe(true);
  const { devDependencies } = await Bun.file(join(root, "package.json")).json();
  // The page's Markdown is parsed by what the scanner's tests take for a second opinion.
  const tools = Object.keys(devDependencies).filter((name) => name !== "mdast-util-from-markdown");
  const strange = paths.filter(
    (path) =>
      /\/tests\/|\.test\.tsx?$|\/contract\.ts$/.test(path) ||
      tools.some((name) => path.includes(`/node_modules/${name}/`)),
  );
  expect(strange).toEqual([]);
});

test("a build is for this machine, for those that are named, or for all with checksums", () => {
  expect(askedFor([])).toEqual({ is: "this-machine" });
  expect(askedFor(["--all"])).toEqual({ is: "targets", targets, release: true });
  expect(askedFor(["windows-x64", "linux-x64"])).toEqual({
    is: "targets",
    targets: ["linux-x64", "windows-x64"],
    release: false,
  });
  expect(askedFor(["--all", "--help"])).toEqual({ is: "help" });
  for (const words of [["solaris"], ["--everything"], ["--all", "linux-x64"], [""]]) {
    expect(askedFor(words)).toMatchObject({ is: "not-understood" });
  }
  expect(targets.map(nameOf)).toEqual([
    "study-linux-x64",
    "study-linux-arm64",
    "study-darwin-x64",
    "study-darwin-arm64",
    "study-windows-x64.exe",
  ]);
});

test("a machine's executable that can't be made gets one sentence with what is needed", () => {
  expect(whyNot("darwin-x64", "error: Failed to download.\n  at build")).toBe(
    "study-darwin-x64 could not be made. It needs Bun for darwin-x64, which is downloaded once: is there internet? Bun says: Failed to download.",
  );
});

test("checksums are what `sha256sum -c` reads", async () => {
  const folder = mkdtempSync(join(tmpdir(), "study-sums-"));
  const text = "an executable";
  await Bun.write(join(folder, "study-linux-x64"), text);
  const sum = createHash("sha256").update(text).digest("hex");
  await Bun.write(join(folder, "SHA256SUMS"), sumsOf([{ name: "study-linux-x64", sum }]));
  const words = ["sha256sum", "-c", "SHA256SUMS"];
  const checked = Bun.spawnSync(
    Bun.which("sha256sum") ? words : ["shasum", "-a", "256", "-c", "SHA256SUMS"],
    {
      cwd: folder,
    },
  );
  expect(checked.stdout.toString()).toBe("study-linux-x64: OK\n");
  rmSync(folder, { recursive: true });
});

test("the list of what is in an executable names every package, and no address, folder or moment", () => {
  const npm = Bun.spawnSync(
    [
      "npm",
      "sbom",
      "--sbom-format=cyclonedx",
      "--sbom-type=application",
      "--package-lock-only",
      "--omit=dev",
    ],
    { cwd: root },
  );
  const said = JSON.parse(npm.stdout.toString());
  said.metadata.component.name = "some-folder";
  said.components[0].externalReferences = [
    { type: "distribution", url: "https://registry.example.org/x.tgz" },
  ];
  const sbom = sbomFrom(JSON.stringify(said));
  const text = JSON.stringify({ ...sbom, $schema: "" });
  expect(text).not.toMatch(/https?:|registry|timestamp|urn:uuid|some-folder|localhost/);
  const names = sbom.components.map(({ name }) => name);
  for (const name of ["bun", "react", "valibot", "@modelcontextprotocol/sdk"]) {
    expect(names).toContain(name);
  }
  expect(names).not.toContain("typescript");
  for (const { version, purl, hashes } of sbom.components) {
    expect([typeof version, typeof purl, Array.isArray(hashes)]).toEqual([
      "string",
      "string",
      true,
    ]);
  }
});
