/** Which files of a workspace travel: notes with their images, code, and a curriculum of the learner's own. */

export const sharedRoots = ["notes", "code", "curriculum"] as const;

const longestPath = 300;

/** A path with slashes from the workspace's folder. It comes from other devices, so it is held to a narrow form. */
export function isShared(path: string): boolean {
  const parts = path.split("/");
  const [root] = parts;
  if (parts.length < 2 || path.length > longestPath) return false;
  if (!sharedRoots.some((name) => name === root)) return false;
  return parts.every(isPlainName);
}

/** No hidden file, nothing that leads elsewhere, and no name that some system can't hold. */
export function isPlainName(name: string): boolean {
  if (name === "" || name.startsWith(".") || name.endsWith(".") || name.endsWith(" ")) return false;
  if (name === "__pycache__" || name.endsWith("~")) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no name may hold.
  return !/[\u0000-\u001f\u007f\\:*?"<>|]/.test(name);
}

/** The name under which a text is kept beside another that took its place. */
export function besideName(path: string, mark: string): string {
  const dot = path.lastIndexOf(".");
  const end = dot > path.lastIndexOf("/") ? dot : path.length;
  return `${path.slice(0, end)}_other_${mark.slice(0, 6)}${path.slice(end)}`;
}
