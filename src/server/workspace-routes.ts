/** What a page asks of a workspace alone, wherever it lies: on the learner's computer, or in a hub's copy. */
import { api } from "../wire/wire.ts";
import * as files from "./files.ts";
import * as groups from "./groups.ts";
import { exported, material, search, state } from "./reading.ts";
import { asking, type Route, sending } from "./route.ts";
import { stream } from "./stream.ts";
import * as made from "./writing.ts";

export const workspaceRoutes: readonly Route[] = [
  asking(api.state, state),
  asking(api.stream, stream),
  asking(api.material, material),
  asking(api.export, exported),
  asking(api.search, search),
  asking(api.notes, files.listNotes),
  asking(api.note, files.getNote),
  asking(api.versions, files.listVersions),
  asking(api.version, files.getVersion),
  asking(api.image, files.getImage),
  asking(api.keepImage, files.postImage),
  asking(api.group, groups.showGroup),
  asking(api.groupNotes, groups.sharedNotes),
  sending(api.share, groups.share),
  sending(api.leaveGroup, groups.leave),
  sending(api.commands, made.commands),
  sending(api.entries, made.entries),
  sending(api.saveNote, files.putNote, files.noteBodyLimit),
];
