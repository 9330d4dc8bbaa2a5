/** The link to the server: hearing what is new, and knowing whether it is there. */
import { take } from "../../core/replica/replica.ts";
import { addressOf, api, type News, newsKinds, readNews } from "../../wire/wire.ts";
import { stepReplica } from "./known.ts";
import { changedOutside } from "./note-reads.ts";
import { sendDrafts } from "./note-steps.ts";
import type { Tab } from "./tab.ts";

const retryTime = 2000;

export function hearNews(tab: Tab, news: News): void {
  if (news.what === "entries") stepReplica(tab, (replica) => take(replica, news));
  else if (news.what === "note") void changedOutside(tab, news.paper);
  else {
    const { problems } = news;
    tab.model.change((model) => {
      const { known } = model;
      if (known === null) return model;
      return { ...model, known: { ...known, about: { ...known.about, problems } } };
    });
  }
}

export function listen(tab: Tab): void {
  const replica = tab.model.now().known?.replica;
  if (replica === undefined) return;
  tab.running.source?.close();
  const { workspace, arrival } = replica;
  const query = { after: String(arrival), workspace };
  const source = new EventSource(addressOf(api.stream, {}, query));
  tab.running.source = source;
  const pass = ({ data }: MessageEvent<string>) => {
    const news = readNews(data);
    hearNews(tab, news);
    tab.tabs.say({ kind: "news", of: workspace, news });
  };
  for (const what of newsKinds) source.addEventListener(what, pass);
  const tell = (connected: boolean) => {
    setConnected(tab, connected);
    tab.tabs.say({ kind: "connected", connected });
  };
  source.addEventListener("open", () => tell(true));
  source.addEventListener("error", () => {
    tell(false);
    // The browser tries again by itself unless the server refused.
    if (source.readyState !== EventSource.CLOSED) return;
    tab.clock.after("load", retryTime, () => void tab.load());
  });
}

export function setConnected(tab: Tab, connected: boolean): void {
  if (tab.model.now().connected === connected) return;
  tab.model.change((model) => ({ ...model, connected }));
  if (!connected) return;
  void tab.send();
  void sendDrafts(tab);
}
