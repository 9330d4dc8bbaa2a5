/**
 * The learner's tracker for an assistant in an editor, by the Model Context Protocol over standard input and output.
 * Each request opens the folder anew, as a command does, so that file, terminal and page may change it meanwhile.
 */
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import {
  CallToolRequestSchema,
  ErrorCode,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";
import { version } from "../../package.json";
import { JournalUnavailable } from "../journal/port.ts";
import type { Layout } from "../workspace/layout.ts";
import { openWorkspace } from "../workspace/open.ts";
import { Trouble } from "../workspace/trouble.ts";
import { type Answer, type Asked, refused } from "./asked.ts";
import { listed, paperResources, readResource } from "./resources.ts";
import type { Tool } from "./tool.ts";
import { keepingTools } from "./tools/keeping.ts";
import { labTools } from "./tools/lab.ts";
import { lookingTools } from "./tools/looking.ts";
import { timeTools } from "./tools/time.ts";

export interface Serving {
  readonly layout: Layout;
  readonly access: "read" | "write";
  readonly env: Asked["env"];
}

const allTools: readonly Tool[] = [...lookingTools, ...timeTools, ...keepingTools, ...labTools];

export function toolsFor(access: Serving["access"]): readonly Tool[] {
  return allTools.filter(({ changes }) => access === "write" || changes === "nothing");
}

/** Serves until the other side closes. */
export async function serveAssistant(serving: Serving): Promise<void> {
  const server = new Server(
    { name: "study", version },
    { capabilities: { tools: {}, resources: {} }, instructions: instructionsFor(serving.access) },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: toolsFor(serving.access).map(({ name, title, about, json, changes }) => ({
      name,
      title,
      description: about,
      inputSchema: json,
      annotations: { readOnlyHint: changes === "nothing", openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    return contentOf(await call(serving, params.name, params.arguments));
  });
  server.setRequestHandler(ListResourcesRequestSchema, () => ({ resources: [...listed] }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: [...paperResources],
  }));
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params }) => {
    const read = await inFolder(serving, (asked) => readResource(asked, params.uri));
    if (read.is === "refused") throw new McpError(ErrorCode.InvalidParams, read.text);
    const mimeType = read.is === "value" ? "application/json" : "text/markdown";
    return { contents: [{ uri: params.uri, mimeType, text: textOf(read) }] };
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.onclose = resolve;
  // The other side ends by closing its end; the transport does not tell.
  process.stdin.once("end", () => void server.close());
  await server.connect(new StdioServerTransport());
  await promise;
}

async function call(serving: Serving, name: string, given: unknown): Promise<Answer> {
  const tool = toolsFor(serving.access).find((one) => one.name === name);
  if (tool !== undefined) return inFolder(serving, (asked) => tool.call(asked, given));
  return refused(
    allTools.some((one) => one.name === name)
      ? `"${name}" changes the journal, and this server only reads. The learner may start it as \`study mcp --write\`.`
      : `There is no tool "${name}".`,
  );
}

/** What the learner may be told ends in a sentence; a bug goes up. */
async function inFolder(
  { layout, env }: Serving,
  work: (asked: Asked) => Promise<Answer>,
): Promise<Answer> {
  try {
    const workspace = await openWorkspace(layout);
    try {
      const now = Date.now();
      const { look } = await workspace.syncTracker(now);
      return await work({ workspace, look, now, env });
    } finally {
      workspace.close();
    }
  } catch (error) {
    if (error instanceof Trouble || error instanceof JournalUnavailable) {
      return refused(error.message);
    }
    throw error;
  }
}

function contentOf(answer: Answer) {
  const content = [{ type: "text" as const, text: textOf(answer) }];
  return answer.is === "refused" ? { content, isError: true } : { content };
}

function textOf(answer: Answer): string {
  return answer.is === "value" ? JSON.stringify(answer.value, null, 2) : answer.text;
}

function instructionsFor(access: Serving["access"]): string {
  const may =
    access === "write"
      ? "You may record what the learner tells you; each change is marked as yours and can be undone."
      : "You may look and not change anything.";
  return `The study tracker of a person who teaches themselves from papers. ${may} Begin with look at today. Help them think: ask before you tell, give hints one at a time and only when asked, and never write their exercises for them.`;
}
