/** `mcp`: standard output belongs to the protocol; a person who starts it by hand is told so. */
import { serveAssistant } from "../../mcp/serve.ts";
import { type CommonOptions, layoutFrom } from "../run.ts";
import type { Terminal } from "../terminal.ts";

export async function mcp(
  terminal: Terminal,
  options: CommonOptions & { readonly write?: boolean },
): Promise<void> {
  const layout = layoutFrom(terminal, options);
  if (terminal.person) {
    terminal.warn(
      "This speaks to an assistant's program: docs/mcp.md says how to set one up. Ctrl-C ends it.",
    );
  }
  const access = options.write === true ? "write" : "read";
  await serveAssistant({ layout, access, env: terminal.env });
}
