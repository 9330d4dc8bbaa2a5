/**
 * The calendar at an address that calendar programs can ask for again and again. They send no header, so the secret is
 * in the address: one that reads this alone, and that `study calendar --revoke` ends.
 */
import { form } from "../exchange/out/calendar.ts";
import { writtenFrom } from "../exchange/written.ts";
import { folderAway, refusal } from "./answers.ts";
import { sameSecret } from "./guard.ts";
import type { Asked } from "./route.ts";
import { storedToken } from "./token.ts";

export async function calendar({ url, service: { workspace } }: Asked): Promise<Response> {
  const token = storedToken(workspace.layout.calendarToken);
  if (token === null || !sameSecret(url.searchParams.get("token") ?? "", token)) {
    return refusal(
      401,
      "token",
      "The calendar needs its own address: `study calendar` prints it, and `study calendar --revoke` ends it.",
    );
  }
  const place = workspace.journal.place();
  if (place !== "here") return folderAway(workspace.folder, place);
  const text = await form.write(await writtenFrom(workspace, Date.now()), null);
  return new Response(text, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="study.ics"',
      "cache-control": "no-store",
    },
  });
}
