/** Everything that this server answers. What is not here is a file of the page, or not there. */

import { pagePaths } from "../wire/screens.ts";
import { api } from "../wire/wire.ts";
import * as checks from "./checks.ts";
import * as files from "./files.ts";
import { enter, material, page, search, state } from "./reading.ts";
import { findIn, type Route, reading, sending, writing } from "./route.ts";
import { stream } from "./stream.ts";
import * as made from "./writing.ts";

const routes: readonly Route[] = [
  ...pagePaths.map((path) =>
    reading({ method: "GET", path }, (asked) =>
      asked.url.searchParams.has("token") ? enter(asked) : page(asked),
    ),
  ),
  reading(api.state, state),
  reading(api.stream, stream),
  reading(api.material, material),
  reading(api.search, search),
  reading(api.notes, files.listNotes),
  reading(api.pdfs, files.listPdfs),
  reading(api.exercises, checks.listTexts),
  reading(api.note, files.getNote),
  reading(api.versions, files.listVersions),
  reading(api.version, files.getVersion),
  reading(api.image, files.getImage),
  reading(api.pdf, files.getPdf),
  writing(api.keepImage, files.postImage),
  writing(api.keepPdf, files.putPdf),
  writing(api.fetchPdf, files.fetchPaper),
  sending(api.writeStarters, checks.writeStarters),
  sending(api.check, checks.runOne),
  sending(api.commands, made.commands),
  sending(api.entries, made.entries),
  sending(api.adopt, made.adopt),
  sending(api.saveNote, files.putNote, files.noteBodyLimit),
];

export const find = findIn(routes);
