/** What the page may ask of a hub: all that needs no computer of the learner's own. */
import { answer, refusal } from "../../server/answers.ts";
import { textsUnder } from "../../server/checks.ts";
import { asking, findIn, type Route } from "../../server/route.ts";
import { workspaceRoutes } from "../../server/workspace-routes.ts";
import { type AnswerOf, api, type KnownPython, ownComputer } from "../../wire/wire.ts";

const noPython: KnownPython = { found: false, sentence: ownComputer };
const notHere = () => refusal(409, "own-computer", ownComputer);

const routes: readonly Route[] = [
  ...workspaceRoutes,
  asking(api.pdfs, () => answer<AnswerOf<typeof api.pdfs>>(200, { pdfs: [] })),
  asking(api.python, () => answer<KnownPython>(200, noPython)),
  asking(api.exercises, (asked) => textsUnder(noPython, asked)),
  ...[
    api.ticket,
    api.renew,
    api.writeStarters,
    api.check,
    api.pdf,
    api.keepPdf,
    api.fetchPdf,
    // A package of another tool may be large and take long; a hub is shared.
    api.takeIn,
  ].map((endpoint) => asking(endpoint, notHere)),
];

export const find = findIn(routes);
