/** One paper: reading it, the notes, the implementation, its cards. */
import { Fragment, lazy, Suspense } from "react";
import { Link } from "wouter";
import { guideOf } from "../../core/content/material.ts";
import { aspects } from "../../core/entries/entry.ts";
import { openPass, type PaperProgress } from "../../core/progress/paper-progress.ts";
import { type Room, rooms } from "../../wire/screens.ts";
import { useCards } from "../parts/due.ts";
import { Begun, Tick, useTracker } from "../parts/parts.tsx";
import { RingChoice, ringChosen } from "../parts/ring-choice.tsx";
import { DropAnywhere } from "../reader/drop-anywhere.tsx";
import { strings } from "../strings.ts";
import { Implement } from "./implement.tsx";
import { PaperReview } from "./paper-review.tsx";
import { Read } from "./read.tsx";
import { paperWords } from "./words.ts";

const NotesRoom = lazy(() => import("./notes.tsx"));

export default function PaperScreen({ id, part }: { readonly id: string; readonly part: string }) {
  const { situation, notes } = useTracker();
  const paper = situation.progress.papers.find((known) => known.id === id);
  const room = rooms.find((known) => known === part) ?? "read";
  if (paper === undefined) {
    return (
      <>
        <h1>{paperWords.noPaperNamed(id)}</h1>
        {notes.all().some((note) => note.paper === id) && <p>{paperWords.ownFile(id)}</p>}
        <p>
          <Link href="/papers">{paperWords.allPapers}</Link>
        </p>
      </>
    );
  }
  return (
    <>
      <Head paper={paper} room={room} />
      <DropAnywhere paper={paper.id} name={paper.name} />
      <Suspense fallback={<p role="status">{strings.loading}</p>}>
        {room === "read" && <Read id={paper.id} />}
        {room === "notes" && <NotesRoom id={paper.id} />}
        {room === "implement" && <Implement paper={paper} />}
        {room === "review" && <PaperReview id={paper.id} />}
      </Suspense>
    </>
  );
}

function Head({ paper, room }: { readonly paper: PaperProgress; readonly room: Room }) {
  const { situation, material } = useTracker();
  const { queue } = useCards();
  const record = situation.curriculum.papers.find(({ id }) => id === paper.id);
  const due = queue.cards.filter(({ card }) => card.paper === paper.id).length;
  const link =
    record?.arxiv == null ? (record?.url ?? null) : `https://arxiv.org/abs/${record.arxiv}`;
  const code = guideOf(material, paper.id)?.record.code ?? null;
  return (
    <header className="paper-head">
      <div>
        <h1>{record?.title ?? paper.name}</h1>
        {record !== undefined && (
          <p className="faint">
            {record.authors.slice(0, 3).join(", ")}
            {record.authors.length > 3 && " et al."} · {record.venue} {record.year}
            {link !== null && (
              <>
                {" · "}
                <a href={link} target="_blank" rel="noreferrer">
                  {record.arxiv === null ? paperWords.source : `arXiv:${record.arxiv}`}
                </a>
              </>
            )}
            {code !== null && (
              <>
                {" · "}
                <a href={code} target="_blank" rel="noreferrer">
                  {paperWords.code}
                </a>
              </>
            )}
          </p>
        )}
        <p className="ticks">
          {aspects.map((aspect) => (
            <Fragment key={aspect}>
              <Tick
                label={strings.tickOf(paper.name, strings.aspects[aspect])}
                done={paper.done[aspect]}
                command={(done) => ({ do: "mark-paper", paper: paper.id, aspect, done })}
                visible={strings.aspects[aspect]}
              />
              <Begun state={paper.state[aspect]} />
            </Fragment>
          ))}
          <span className="faint">{strings.hours(paper.minutes)}</span>
        </p>
      </div>
      <SessionButton paper={paper} room={room} />
      <nav className="tabs" aria-label={paperWords.rooms}>
        {rooms.map((one) => (
          <Link
            key={one}
            href={`/paper/${paper.id}/${one}`}
            aria-current={one === room ? "page" : undefined}
          >
            {strings.activities[one]}
            {one === "review" && due > 0 && <small> {due}</small>}
          </Link>
        ))}
      </nav>
    </header>
  );
}

/** Starts the clock for what this tab is for; a running clock stands in the bar above. */
function SessionButton(props: { readonly paper: PaperProgress; readonly room: Room }) {
  const { situation, run, locked } = useTracker();
  const { paper, room } = props;
  if (locked || situation.progress.timer !== null) return null;
  const next = openPass(paper, situation.curriculum.reading) ?? 3;
  const pass = room === "read" ? { pass: next } : {};
  return (
    <span className="buttons">
      <button
        type="button"
        className="strong session-button"
        data-takes-focus=""
        onClick={() =>
          void run({
            do: "start-timer",
            paper: paper.id,
            activity: room,
            ...pass,
            ...ringChosen(),
          })
        }
      >
        {room === "read" ? paperWords.startPass(next) : paperWords.startActivity[room]}
      </button>
      <RingChoice />
    </span>
  );
}
