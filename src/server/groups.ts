/** The groups of whoever's workspace is served: asked of their hub each time, and kept nowhere. */
import { withCompany } from "../core/group/topic.ts";
import { groupView } from "../sync/companions.ts";
import type { HubGroups } from "../sync/hub-groups.ts";
import { leaveForm, readSent, shareForm } from "../wire/forms.ts";
import { type AnswerOf, type api, type GroupShown, noHub } from "../wire/wire.ts";
import { Trouble } from "../workspace/trouble.ts";
import { answer, refusal } from "./answers.ts";
import type { Asked } from "./route.ts";
import type { Service } from "./service.ts";

export function showGroup(asked: Asked): Promise<Response> {
  return said(asked, async (groups) => {
    return answer(200, await shown(groups, asked.service, asked.url.searchParams.get("group")));
  });
}

export function sharedNotes(asked: Asked): Promise<Response> {
  const group = asked.url.searchParams.get("group") ?? "";
  const of = asked.url.searchParams.get("of") ?? "";
  return said(asked, async (groups) => {
    const notes = groups === null ? [] : await groups.notesBy(group, of);
    return answer<AnswerOf<typeof api.groupNotes>>(200, { notes });
  });
}

export function share(asked: Asked, body: string): Promise<Response> {
  const read = readSent(shareForm, body);
  if (!read.ok) return Promise.resolve(refusal(400, "bad-request", read.fault));
  const { group, on, off } = read.sent;
  return said(asked, async (groups) => {
    await groups?.share(group, { on: withCompany(on), off });
    return answer(200, await shown(groups, asked.service, group));
  });
}

export function leave(asked: Asked, body: string): Promise<Response> {
  const read = readSent(leaveForm, body);
  if (!read.ok) return Promise.resolve(refusal(400, "bad-request", read.fault));
  return said(asked, async (groups) => {
    await groups?.leave(read.sent.group);
    return answer(200, await shown(groups, asked.service, null));
  });
}

/** The group of that name, or the first where it is none of one's own. */
async function shown(
  groups: HubGroups | null,
  { workspace }: Service,
  wanted: string | null,
): Promise<GroupShown> {
  if (groups === null) return { is: "no-hub" };
  const all = await groups.all();
  const group = all.find(({ name }) => name === wanted) ?? all[0];
  if (group === undefined) return { is: "no-group" };
  const view = await groupView({ groups, group }, workspace, await workspace.look(Date.now()));
  return { is: "group", names: all.map(({ name }) => name), view };
}

/** What a hub refuses, or that it is away, is a sentence for the page. */
async function said(
  { service }: Asked,
  work: (groups: HubGroups | null) => Promise<Response>,
): Promise<Response> {
  try {
    return await work(service.groups());
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return refusal(409, noHub, error.message);
  }
}
