/** Their guides, decks and facts, and the example's notes: in a part of its own, as no start needs them. */
import type { Material } from "../../core/content/material.ts";

declare const EMBEDDED_MATERIAL: Readonly<Record<string, EmbeddedMaterial>>;

export interface EmbeddedMaterial {
  readonly material: Material;
  /** Notes of the example's learner, by paper. */
  readonly exampleNotes: Readonly<Record<string, string>>;
}

export const materials = EMBEDDED_MATERIAL;
