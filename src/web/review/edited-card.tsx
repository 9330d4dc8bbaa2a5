/** The card that the address says is being written: `?card=new`, or one that is there. */
import { useLocation, useSearch } from "wouter";
import type { PaperId } from "../../core/content/curriculum.ts";
import type { HeldCard } from "../../core/recall/recall.ts";
import { useTracker } from "../parts/parts.tsx";
import { CardEditor } from "./card-editor.tsx";

export function EditedCard(props: {
  readonly held: readonly HeldCard[];
  readonly paper: PaperId | null;
}) {
  const { locked } = useTracker();
  const [path, go] = useLocation();
  const query = new URLSearchParams(useSearch());
  const chosen = query.get("card");
  const card = props.held.find(({ card: { id } }) => id === chosen);
  if (locked || (chosen !== "new" && card === undefined)) return null;
  return (
    <CardEditor
      key={chosen}
      paper={card?.card.paper ?? props.paper}
      {...(card === undefined ? {} : { held: card })}
      front={query.get("front") ?? ""}
      close={() => go(path, { replace: true })}
    />
  );
}
