/** The harness and the exercises as part of the executable; null in a checkout. */
declare const EMBEDDED: unknown;
declare const EMBEDDED_LAB: EmbeddedLab;

export interface LabTexts {
  /** Names the content. */
  readonly digest: string;
  /** Texts by their path below one folder. */
  readonly files: Readonly<Record<string, string>>;
}

export interface EmbeddedLab {
  readonly digest: string;
  /** The texts as JSON, compressed, in base64: they are read once for each version of the program. */
  readonly packed: string;
}

export const embeddedLab: EmbeddedLab | null =
  typeof EMBEDDED === "undefined" ? null : EMBEDDED_LAB;
