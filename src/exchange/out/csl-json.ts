/** All papers as CSL-JSON, which Zotero, Pandoc and others read. */
import { papersAsCsl } from "../csl.ts";
import type { WriteForm } from "../form.ts";

export const form: WriteForm = {
  name: "CSL-JSON: all papers",
  endings: ["json"],
  write: async (from) => `${JSON.stringify(papersAsCsl(from), null, 2)}\n`,
};
