import { mergeTexts } from "./workspace/merge.ts";

const N = 1_000_000;
const mk = (len: number, seed: number) => {
  let s = seed;
  const out = [];
  let n = 0;
  while (n < N) {
    s = (s * 1103515245 + 12345) & 0x7fffffff;
    const l = s.toString(36).repeat(20).slice(0, len);
    out.push(l);
    n += len + 1;
  }
  return out.join("\n");
};
const few = (k: number, f: number) => {
  let s = f;
  const out = [];
  let n = 0;
  while (n < N) {
    s = (s * 1103515245 + 12345) & 0x7fffffff;
    const w = String((s >> 8) % k);
    out.push(w);
    n += w.length + 1;
  }
  return out.join("\n");
};
const cases: Record<string, [string, string, string]> = {
  "80, all differ": [mk(80, 1), mk(80, 2), mk(80, 3)],
  "10, all differ": [mk(10, 1), mk(10, 2), mk(10, 3)],
  "4, all differ": [mk(4, 1), mk(4, 2), mk(4, 3)],
  "1 of 2 kinds": [few(2, 1), few(2, 2), few(2, 3)],
  "of 10 kinds": [few(10, 1), few(10, 2), few(10, 3)],
  "of 1000 kinds": [few(1000, 1), few(1000, 2), few(1000, 3)],
  "empty base 10": ["", mk(10, 2), mk(10, 3)],
  reversed: [mk(10, 1), mk(10, 1).split("\n").reverse().join("\n"), mk(10, 4)],
  "every other": [
    mk(10, 1),
    mk(10, 1)
      .split("\n")
      .map((l, i) => (i % 2 ? l : "x" + i))
      .join("\n"),
    mk(10, 1)
      .split("\n")
      .map((l, i) => (i % 2 ? "y" + i : l))
      .join("\n"),
  ],
  nl: ["\n".repeat(N), "\n".repeat(N - 1) + "x", "y" + "\n".repeat(N - 1)],
  ab: ["a\nb\n".repeat(N / 4), "b\na\nb\n".repeat(N / 6), "a\na\nb\n".repeat(N / 6)],
};
for (const [k, v] of Object.entries(cases)) {
  const ts = [];
  for (let i = 0; i < 3; i++) {
    const t = process.cpuUsage().user / 1000;
    mergeTexts(...v);
    ts.push(process.cpuUsage().user / 1000 - t);
  }
  console.log(k, ts.map((x) => x.toFixed(0)).join(" "));
}
