/** A path as a shell takes it for one word, whatever is in it: a sentence that names a command can be copied. */
export function inShell(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
