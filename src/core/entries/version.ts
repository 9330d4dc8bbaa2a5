/** Versions of the program, as entries and people write them: 0.1.0, 0.10. */

const form = /^\d{1,6}(\.\d{1,6}){0,3}$/;

export function isVersion(text: unknown): text is string {
  return typeof text === "string" && form.test(text);
}

/** Below 0 where `a` is the older one. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  for (let at = 0; at < 4; at += 1) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
