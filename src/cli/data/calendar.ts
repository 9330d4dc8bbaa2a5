/** `calendar`: the address at which calendar programs read what is ahead. */
import { rmSync } from "node:fs";
import { newToken, storedToken } from "../../server/token.ts";
import { holderOf } from "../../workspace/holding.ts";
import { makeState } from "../../workspace/private.ts";
import { type CommonOptions, layoutFrom, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

export function calendarAddress(
  terminal: Terminal,
  options: CommonOptions & { readonly revoke?: boolean },
): void {
  const layout = layoutFrom(terminal, options);
  if (options.revoke) {
    if (storedToken(layout.calendarToken) === null) {
      terminal.print("The calendar has no address to end.");
      return;
    }
    rmSync(layout.calendarToken);
    terminal.print("The calendar's address has ended: whoever had it can no longer read anything.");
    return;
  }
  const address = holderOf(layout)?.address ?? null;
  if (address === null) {
    throw new Stop(
      "This folder is not being served: run `study serve`, and this prints the address.",
    );
  }
  makeState(layout);
  const token = storedToken(layout.calendarToken) ?? newToken(layout.calendarToken, layout.state);
  terminal.print(`${new URL(`/calendar.ics?token=${token}`, address)}`);
  terminal.print(
    "Whoever has this address reads the calendar and nothing else. It answers while `study serve` runs on this machine; `study calendar --revoke` ends it.",
  );
}
