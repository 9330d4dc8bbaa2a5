/** The link to the server: hearing what is new, and knowing whether it is there. */
import { take } from "../../core/replica/replica.ts";
import type { News } from "../../wire/wire.ts";
import { stepReplica } from "./known.ts";
import { changedOutside } from "./note-reads.ts";
import { sendDrafts } from "./note-steps.ts";
import { meetPage } from "./renew.ts";
import { Refused } from "./server.ts";
import { listenTo } from "./stream.ts";
import type { Tab } from "./tab.ts";

const retryTime = 2000;
const listenTime = 1000;

export function hearNews(tab: Tab, news: News): void {
  if (news.what === "entries") stepReplica(tab, (replica) => take(replica, news));
  else if (news.what === "note") void changedOutside(tab, news.paper);
  else {
    const { problems, concerns } = news;
    tab.model.change((model) => {
      const { known } = model;
      if (known === null) return model;
      return { ...model, known: { ...known, about: { ...known.about, problems, concerns } } };
    });
  }
}

export function listen(tab: Tab): void {
  const { known } = tab.model.now();
  if (known === null) return;
  tab.running.listening?.stop();
  const { workspace, arrival } = known.replica;
  // Arrivals are counted by a journal: a restored one has a device and a count of its own.
  const query = { after: String(arrival), workspace, journal: known.about.formerly };
  const tell = (connected: boolean) => {
    setConnected(tab, connected);
    tab.tabs.say({ kind: "connected", connected });
  };
  tab.running.listening = listenTo(query, {
    opened: (page) => {
      tell(true);
      meetPage(page, tab.clock);
      tab.tabs.say({ kind: "page", page });
    },
    heard: (news) => {
      hearNews(tab, news);
      tab.tabs.say({ kind: "news", of: workspace, news });
    },
    lost: (error) => {
      tell(false);
      // What the server refuses is asked for anew with all that it knows; else the stream goes on where it was.
      if (error instanceof Refused) tab.clock.after("load", retryTime, () => void tab.load());
      else tab.clock.after("listen", listenTime, () => listen(tab));
    },
  });
}

export function setConnected(tab: Tab, connected: boolean): void {
  if (tab.model.now().connected === connected) return;
  tab.model.change((model) => ({ ...model, connected }));
  if (!connected) return;
  // A note may be of a paper that was added meanwhile.
  void tab.send().then(() => sendDrafts(tab));
}
