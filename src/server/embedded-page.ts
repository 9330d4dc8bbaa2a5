/** The page's files as part of the executable. Imported there alone: a checkout builds them. */

import packed from "embedded:page";
import { readFileSync } from "node:fs";
import { zstdDecompressSync } from "node:zlib";
import type { Assets } from "./bundle.ts";

export const page: Assets = JSON.parse(zstdDecompressSync(readFileSync(packed)).toString("utf8"));
