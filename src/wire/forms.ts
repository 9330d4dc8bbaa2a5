/** The forms of what pages and programs send: the server holds each body to its form, and nothing else does. */
import * as v from "valibot";
import { mostSeed } from "../core/check/check.ts";
import { topics } from "../core/group/topic.ts";
import type { WorkspaceId } from "../core/replica/replica.ts";
import type {
  CommandsSent,
  EntriesSent,
  ExerciseWish,
  LeaveSent,
  NoteSent,
  ShareSent,
  TicketSent,
} from "./wire.ts";

/** What is sent: its schema, and a sentence for what is not like it. */
export interface Form<Sent> {
  readonly schema: v.GenericSchema<unknown, Sent>;
  /** Null where the schema has a sentence for each of its parts. */
  readonly fault: string | null;
}

const most = 500;
const listed = v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(most));
const workspaceName = v.custom<WorkspaceId>((input) => typeof input === "string");

export const commandsForm: Form<CommandsSent> = {
  schema: v.object({ commands: listed }),
  fault: `The request must be {"commands": […]} with 1 to ${most} commands.`,
};

export const entriesForm: Form<EntriesSent> = {
  schema: v.object({ workspace: v.optional(v.nullable(workspaceName), null), entries: listed }),
  fault: `The request must be {"entries": […]} with 1 to ${most} entries.`,
};

export const noteForm: Form<NoteSent> = {
  schema: v.object({
    workspace: v.optional(v.nullable(workspaceName), null),
    text: v.string(),
    base: v.string(),
    tried: v.optional(v.array(v.string()), []),
  }),
  fault: 'The request must be {"text": "…", "base": "…"}.',
};

export const ticketForm: Form<TicketSent> = {
  schema: v.object({ ticket: v.string() }),
  fault: 'The request must be {"ticket": "…"}.',
};

const topicsForm = v.array(v.picklist(topics));
const groupName = v.pipe(v.string(), v.minLength(1), v.maxLength(80));

export const shareForm: Form<ShareSent> = {
  schema: v.object({ group: groupName, on: topicsForm, off: topicsForm }),
  fault: `The request must be {"group": "…", "on": […], "off": […]} with ${topics.join(", ")}.`,
};

export const leaveForm: Form<LeaveSent> = {
  schema: v.object({ group: groupName }),
  fault: 'The request must be {"group": "…"}.',
};

const caseFault = '"only" must be the number of a case, from 0.';
const seedFault = `"seed" must be a whole number from 0 to ${mostSeed}.`;
export const exerciseForm: Form<ExerciseWish> = {
  schema: v.object(
    {
      paper: v.optional(v.nullable(v.string('"paper" must be a paper\'s id or null.')), null),
      exercise: v.optional(v.nullable(v.string('"exercise" must be an exercise\'s id.')), null),
      seed: v.optional(
        v.nullable(
          v.pipe(
            v.number(seedFault),
            v.integer(seedFault),
            v.minValue(0, seedFault),
            v.maxValue(mostSeed, seedFault),
          ),
        ),
        null,
      ),
      only: v.optional(
        v.nullable(v.pipe(v.number(caseFault), v.integer(caseFault), v.minValue(0, caseFault))),
        null,
      ),
    },
    'The request must be {"paper": "…", "exercise": "…"}.',
  ),
  fault: null,
};

/** A body as what it must be, or a sentence on what is wrong with it. */
export function readSent<Sent>(
  { schema, fault }: Form<Sent>,
  text: string,
): { readonly ok: true; readonly sent: Sent } | { readonly ok: false; readonly fault: string } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { ok: false, fault: "The request is not JSON." };
  }
  const { success, output, issues } = v.safeParse(schema, raw);
  return success ? { ok: true, sent: output } : { ok: false, fault: fault ?? issues[0].message };
}
