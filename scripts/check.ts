/** Type check, format and lint, side by side; prints only what is wrong. */
const checks = [
  ["types", ["tsc", "-p", "."]],
  ["types of core", ["tsc", "-p", "src/core"]],
  ["types of the page", ["tsc", "-p", "src/web"]],
  ["format and lint", ["biome", "check", "--error-on-warnings", "."]],
] as const;

const bin = new URL("../node_modules/.bin/", import.meta.url).pathname;
const results = await Promise.all(
  checks.map(async ([name, [program, ...words]]) => {
    const child = Bun.spawn([bin + program, ...words], { stdout: "pipe", stderr: "pipe" });
    const [out, err] = await Promise.all([child.stdout.text(), child.stderr.text()]);
    return { name, code: await child.exited, text: out + err };
  }),
);
const failed = results.filter(({ code }) => code !== 0);
for (const { name, text } of failed) console.error(`${name}:\n${text}`);
if (failed.length > 0) process.exit(1);
console.log(`Sound: ${checks.map(([name]) => name).join(", ")}.`);
