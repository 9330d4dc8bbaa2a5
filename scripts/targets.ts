/** For which machines an executable is made, and what the build was asked for. */
export const targets = [
  "linux-x64",
  "linux-arm64",
  "darwin-x64",
  "darwin-arm64",
  "windows-x64",
] as const;
export type Target = (typeof targets)[number];

export type Asked =
  | { readonly is: "this-machine" }
  | { readonly is: "targets"; readonly targets: readonly Target[]; readonly release: boolean }
  | { readonly is: "help" }
  | { readonly is: "not-understood"; readonly sentence: string };

export const usage = `npm run build                  makes dist/study for this machine
npm run build -- linux-arm64   makes dist/study-linux-arm64
npm run build -- --all         makes one for each machine, with SHA256SUMS and study.cdx.json

Machines: ${targets.join(", ")}.`;

/** A release is all of them, with checksums and a list of what is in them. */
export function askedFor(words: readonly string[]): Asked {
  if (words.length === 0) return { is: "this-machine" };
  if (words.includes("--help") || words.includes("-h")) return { is: "help" };
  if (words.length === 1 && words[0] === "--all") return { is: "targets", targets, release: true };
  const known = targets.filter((target) => words.includes(target));
  const strange = words.find((word) => !targets.some((target) => target === word));
  if (strange === undefined) return { is: "targets", targets: known, release: false };
  const sentence =
    strange === "--all"
      ? "--all makes every machine's: name none beside it."
      : `"${strange}" is no machine that there is an executable for: use ${targets.join(", ")}, or --all.`;
  return { is: "not-understood", sentence };
}

/** The executable's name in `dist`. */
export function nameOf(target: Target): string {
  return target.startsWith("windows") ? `study-${target}.exe` : `study-${target}`;
}

/** Why a target's executable could not be made, and what Bun said of it. */
export function whyNot(target: Target, said: string): string {
  const reason =
    said
      .trim()
      .split("\n")[0]
      ?.replace(/^error:\s*/i, "")
      .replace(/\.$/, "") ?? "";
  const needs = `It needs Bun for ${target}, which is downloaded once: is there internet?`;
  return `${nameOf(target)} could not be made. ${needs}${reason === "" ? "" : ` Bun says: ${reason}.`}`;
}

/** As `sha256sum -c` reads it. */
export function sumsOf(files: readonly { readonly name: string; readonly sum: string }[]): string {
  return files.map(({ name, sum }) => `${sum}  ${name}\n`).join("");
}
