/** All papers as BibTeX, own ones too; the citekey is the paper's id. */
import { papersAsCsl } from "../csl.ts";
import type { WriteForm } from "../form.ts";

export const form: WriteForm = {
  name: "BibTeX: all papers",
  endings: ["bib"],
  async write(from) {
    const { Cite } = await import("@citation-js/core");
    await import("@citation-js/plugin-bibtex");
    const items = papersAsCsl(from);
    const entries = items.map((item) => {
      const text = new Cite([{ ...item, "citation-key": item.id }]).format("bibtex").trim();
      const eprint = /^arXiv:(\S+)$/.exec(item.note ?? "")?.[1];
      // The library makes keys of its own of some names.
      const keyed = text
        .replace(/^@(\w+)\{[^,]*,/, `@$1{${item.id},`)
        .replace(/ and \{et al\.?\}(?=\},)/i, " and others");
      if (eprint === undefined) return keyed;
      return keyed
        .replace(/^\s*note = \{arXiv:.*\n/m, "")
        .replace(/\n\}$/, `\n\teprint = {${eprint}},\n\tarchivePrefix = {arXiv},\n}`);
    });
    return `${entries.join("\n\n")}\n`;
  },
};
