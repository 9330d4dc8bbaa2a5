/** The curricula that are part of the executable. Imported there alone: a checkout reads its folder. */
import type { Curriculum } from "../../core/content/curriculum.ts";

declare const EMBEDDED_CURRICULA: Readonly<Record<string, Curriculum>>;

export const curricula = EMBEDDED_CURRICULA;
