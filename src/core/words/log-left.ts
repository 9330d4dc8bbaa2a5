/** What is said of a log that was another journal's; null where there was none. */
export function logLeftSentence(path: string | null): string | null {
  return path === null
    ? null
    : `Another file was put in the journal's place while the log of the one before lay beside it. The log was put aside as ${path}; what was recorded last may be there alone.`;
}
