/** Cards as text with tabs, which Anki and others import: a card a line, its deck by its paper. */
import { fieldOf, writtenCards } from "../cards.ts";
import type { WriteForm } from "../form.ts";

export const form: WriteForm = {
  name: "text with tabs: all cards",
  endings: ["tsv"],
  async write(from) {
    const cards = await writtenCards(from);
    const rows = cards.map(({ card, paperName }) =>
      [card.id, `study::${paperName ?? "Own cards"}`, fieldOf(card.front), fieldOf(card.back)]
        .map((field) => field.replaceAll("\t", " "))
        .join("\t"),
    );
    const head = ["#separator:tab", "#html:true", "#guid column:1", "#deck column:2"];
    return `${[...head, ...rows].join("\n")}\n`;
  },
};
