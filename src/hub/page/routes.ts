/** What the page may ask of a hub: all that needs no computer of the learner's own. */
import { answer, refusal } from "../../server/answers.ts";
import { textsUnder } from "../../server/checks.ts";
import * as files from "../../server/files.ts";
import { exported, material, search, state } from "../../server/reading.ts";
import { asking, findIn, type Route, sending } from "../../server/route.ts";
import { stream } from "../../server/stream.ts";
import * as made from "../../server/writing.ts";
import { type AnswerOf, api, type KnownPython } from "../../wire/wire.ts";

export const ownComputer =
  "This works on your own computer, where your code, its Python and your PDFs are: run study there.";

const noPython: KnownPython = { found: false, sentence: ownComputer };
const notHere = () => refusal(409, "own-computer", ownComputer);

const routes: readonly Route[] = [
  asking(api.state, state),
  asking(api.stream, stream),
  asking(api.material, material),
  asking(api.export, exported),
  asking(api.search, search),
  asking(api.notes, files.listNotes),
  asking(api.pdfs, () => answer<AnswerOf<typeof api.pdfs>>(200, { pdfs: [] })),
  asking(api.python, () => answer<KnownPython>(200, noPython)),
  asking(api.note, files.getNote),
  asking(api.versions, files.listVersions),
  asking(api.version, files.getVersion),
  asking(api.image, files.getImage),
  asking(api.exercises, (asked) => textsUnder(noPython, asked)),
  asking(api.keepImage, files.postImage),
  sending(api.commands, made.commands),
  sending(api.entries, made.entries),
  sending(api.saveNote, files.putNote, files.noteBodyLimit),
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
