/** What texts say of their own parts. */
export const markdownWords = {
  badDiagram: (fault: string) => `This diagram can't be drawn: ${fault}`,
  diagram: (source: string) => `Diagram: ${source.replace(/\s+/g, " ").slice(0, 200)}`,
} as const;
