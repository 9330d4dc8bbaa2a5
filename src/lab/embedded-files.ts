/** The harness and the exercises as part of the executable; null in a checkout. */
declare const EMBEDDED: unknown;
declare const EMBEDDED_LAB: LabTexts;

export interface LabTexts {
  /** Names the content. */
  readonly digest: string;
  /** Texts by their path below one folder. */
  readonly files: Readonly<Record<string, string>>;
}

export const embeddedLab: LabTexts | null = typeof EMBEDDED === "undefined" ? null : EMBEDDED_LAB;
