/** The server's news as they come: its stream of events, read by `fetch`, since only that can say who asks. */
import { api, type News, readNews } from "../../wire/wire.ts";
import { pageNamed } from "./renew.ts";
import { open } from "./server.ts";

export interface Listening {
  readonly stop: () => void;
}

export interface Hearing {
  /** With the page that the server has now. */
  readonly opened: (page: string | null) => void;
  readonly heard: (news: News) => void;
  /** It ended: the server went away, or what it threw. */
  readonly lost: (error: unknown) => void;
}

/** The server beats every fifteen seconds; a link that is dead says nothing. */
const longestSilence = 40_000;

export function listenTo(
  query: Readonly<Record<string, string>>,
  { opened, heard, lost }: Hearing,
): Listening {
  const stopping = new AbortController();
  const { signal } = stopping;
  let silence = 0;
  const listen = async () => {
    const response = await open(api.stream, { query, signal });
    if (response.body === null) return;
    opened(pageNamed(response.headers));
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      window.clearTimeout(silence);
      silence = window.setTimeout(() => stopping.abort(new Error("silence")), longestSilence);
      const { value, done } = await reader.read();
      if (done) return;
      const events = (rest + value).split("\n\n");
      rest = events.pop() ?? "";
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1];
        if (data !== undefined && !signal.aborted) heard(readNews(data));
      }
    }
  };
  let over = false;
  const end = (error: unknown) => {
    window.clearTimeout(silence);
    if (!over) lost(error);
  };
  listen().then(() => end(null), end);
  return {
    stop: () => {
      over = true;
      window.clearTimeout(silence);
      stopping.abort();
    },
  };
}
