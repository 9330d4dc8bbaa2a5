/** Everything that this server answers. What is not here is a file of the page, or not there. */

import { pagePaths } from "../wire/screens.ts";
import { api } from "../wire/wire.ts";
import { calendar } from "./calendar.ts";
import * as checks from "./checks.ts";
import { enter, newTicket, renew } from "./entering.ts";
import * as files from "./files.ts";
import { page } from "./reading.ts";
import { asking, entering, findIn, type Route, sending, showing } from "./route.ts";
import type { OwnService } from "./service.ts";
import { takeIn } from "./taking-in.ts";
import { workspaceRoutes } from "./workspace-routes.ts";

const routes: readonly Route<OwnService>[] = [
  ...pagePaths.map((path) => showing(path, page)),
  showing("/calendar.ics", calendar),
  entering(api.enter, enter),
  asking(api.ticket, newTicket),
  asking(api.renew, renew),
  ...workspaceRoutes,
  asking(api.pdfs, files.listPdfs),
  asking(api.python, checks.tellPython),
  asking(api.exercises, checks.listTexts),
  asking(api.pdf, files.getPdf),
  asking(api.keepPdf, files.putPdf),
  asking(api.fetchPdf, files.fetchPaper),
  asking(api.takeIn, takeIn),
  sending(api.writeStarters, checks.writeStarters),
  sending(api.check, checks.runOne),
];

export const find = findIn(routes);
