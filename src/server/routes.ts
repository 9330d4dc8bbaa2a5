/** Everything that this server answers. What is not here is a file of the page, or not there. */

import { pagePaths } from "../wire/screens.ts";
import { api } from "../wire/wire.ts";
import { calendar } from "./calendar.ts";
import * as checks from "./checks.ts";
import { enter, newTicket, renew } from "./entering.ts";
import * as files from "./files.ts";
import { exported, material, page, search, state } from "./reading.ts";
import { asking, entering, findIn, type Route, sending, showing } from "./route.ts";
import type { OwnService } from "./service.ts";
import { stream } from "./stream.ts";
import { takeIn } from "./taking-in.ts";
import * as made from "./writing.ts";

const routes: readonly Route<OwnService>[] = [
  ...pagePaths.map((path) => showing(path, page)),
  showing("/calendar.ics", calendar),
  entering(api.enter, enter),
  asking(api.ticket, newTicket),
  asking(api.renew, renew),
  asking(api.state, state),
  asking(api.stream, stream),
  asking(api.material, material),
  asking(api.export, exported),
  asking(api.search, search),
  asking(api.notes, files.listNotes),
  asking(api.pdfs, files.listPdfs),
  asking(api.python, checks.tellPython),
  asking(api.exercises, checks.listTexts),
  asking(api.note, files.getNote),
  asking(api.versions, files.listVersions),
  asking(api.version, files.getVersion),
  asking(api.image, files.getImage),
  asking(api.pdf, files.getPdf),
  asking(api.keepImage, files.postImage),
  asking(api.keepPdf, files.putPdf),
  asking(api.fetchPdf, files.fetchPaper),
  asking(api.takeIn, takeIn),
  sending(api.writeStarters, checks.writeStarters),
  sending(api.check, checks.runOne),
  sending(api.commands, made.commands),
  sending(api.entries, made.entries),
  sending(api.saveNote, files.putNote, files.noteBodyLimit),
];

export const find = findIn(routes);
