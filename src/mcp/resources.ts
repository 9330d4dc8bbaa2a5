/** What can be looked at by address: `study://today`, `study://guides/bert`, `study://notes/bert`. */
import { paperNamed } from "../core/words/named.ts";
import { type Answer, type Asked, refused, said, value } from "./asked.ts";
import { guideView, notesView, viewNames, views } from "./views.ts";

export const listed = viewNames.map((name) => ({
  uri: `study://${name}`,
  name,
  title: views[name].title,
  description: views[name].about,
  mimeType: "application/json",
}));

export const paperResources = [
  {
    uriTemplate: "study://guides/{paper}",
    name: "guide",
    title: "A paper's guide",
    description: "Passes, equations, glossary, misreadings and prompts.",
    mimeType: "application/json",
  },
  {
    uriTemplate: "study://notes/{paper}",
    name: "notes",
    title: "The learner's notes on a paper",
    description: "Markdown, as the learner wrote it.",
    mimeType: "text/markdown",
  },
] as const;

export async function readResource(asked: Asked, uri: string): Promise<Answer> {
  const [, kind = "", rest] = /^study:\/\/([a-z]+)(?:\/(.+))?$/.exec(uri) ?? [];
  const view = viewNames.find((name) => name === kind);
  if (view !== undefined && rest === undefined) return value(await views[view].see(asked));
  if ((kind !== "guides" && kind !== "notes") || rest === undefined) return unknown(uri);
  const paper = decoded(rest);
  const { curriculum } = asked.workspace;
  const named = paper === null ? null : paperNamed(paper, curriculum, asked.look.progress);
  if (named === null) return unknown(uri);
  if (!named.ok) return refused(named.message);
  if (kind === "notes") return said(notesView(asked, named.meant));
  const guide = await guideView(asked, named.meant);
  return guide === null ? unknown(uri) : value(guide);
}

function unknown(uri: string): Answer {
  const known = [...viewNames, "guides/PAPER", "notes/PAPER"].map((name) => `study://${name}`);
  return refused(`There is nothing at ${uri}: there are ${known.join(", ")}.`);
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
