/** The page's files as part of the executable. Imported there alone: a checkout builds them. */
import type { Assets } from "./bundle.ts";

declare const EMBEDDED_PAGE: Assets;

export const page = EMBEDDED_PAGE;
