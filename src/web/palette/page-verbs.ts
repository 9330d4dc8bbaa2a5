/** What is a matter of the page (a new card, the quiz, colours, an export), and the settings. */
import { shortDay } from "../format.ts";
import { type Setting, settings } from "../settings/said.ts";
import { themeNames } from "../shell/theme.ts";
import type { Words } from "./arguments.ts";
import { type Asked, asksFor, goes, type Offer, runs, type Verb } from "./offer.ts";
import { paletteWords as words } from "./words.ts";

function newCard(said: Words): readonly Offer[] {
  const front = said.join(" ");
  if (front === "") return [goes(words.newCard, "/review?card=new")];
  const query = new URLSearchParams({ card: "new", front });
  return [goes(words.newCardOf(front), `/review?${query}`)];
}

/** The quiz that is due or was missed last; else when the next one comes. */
function quiz(_: Words, { situation }: Asked): readonly Offer[] {
  const { today, nextCheckin, missedCheckins } = situation.progress;
  const open = [...missedCheckins, ...(nextCheckin === null ? [] : [nextCheckin])].filter(
    ({ checkin }) => checkin === "quiz",
  );
  const due = open.findLast(({ on }) => on <= today);
  if (due !== undefined) return [goes(words.quiz(shortDay(due.on)), `/review?quiz=${due.on}`)];
  const [coming] = open;
  if (coming === undefined) return [goes(words.noQuizAtAll, "/check-ins")];
  return [goes(words.noQuiz(shortDay(coming.on)), "/check-ins")];
}

function theme(said: Words): readonly Offer[] {
  const name = said.join(" ").toLowerCase();
  const fitting = themeNames.filter((one) => one.startsWith(name));
  if (fitting.length === 0) return asksFor(words.noTheme(name), "theme dark");
  return fitting.map((one) => ({ is: "theme", label: words.theme(words.themes[one]), theme: one }));
}

function verbOf(setting: Setting): Verb {
  const { id, label, names, example, read } = setting;
  return {
    id: `set-${id}`,
    names: [...names, label.replace(/[^\p{L}\s]/gu, "").trim()],
    label,
    example,
    read: (said) => {
      const text = said.filter((word) => !["to", "="].includes(word)).join(" ");
      if (text === "") return asksFor(`${label}:`, example);
      const answer = read(text);
      return answer.ok
        ? [runs(words.set(label, answer.value), answer.command)]
        : asksFor(answer.fault, example);
    },
  };
}

export const pageVerbs: readonly Verb[] = [
  {
    id: "card",
    names: ["new card", "card", "add card"],
    label: words.verbs.card,
    example: "new card",
    read: newCard,
  },
  {
    id: "quiz",
    names: ["quiz", "take quiz"],
    label: words.verbs.quiz,
    example: "quiz",
    read: quiz,
  },
  {
    id: "theme",
    names: ["theme", "colours", "colors"],
    label: words.verbs.theme,
    example: "theme dark",
    read: theme,
  },
  {
    id: "export",
    names: ["export"],
    label: words.verbs.export,
    example: "export",
    read: () => [{ is: "export", label: words.exportAll }],
  },
  ...settings.map(verbOf),
];
