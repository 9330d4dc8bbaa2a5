/** A phase has just been completed: said once, with the reward that was promised for it. */
import { type CSSProperties, useEffect, useRef, useState } from "react";
import { useTracker } from "../parts/parts.tsx";
import { Dialog } from "./dialog.tsx";
import { shellWords } from "./words.ts";

const pieces = Array.from({ length: 36 }, (_, index) => index);

export function Celebration() {
  const { rewards } = useTracker().situation.progress;
  const earned = rewards.filter((reward) => reward.earned).map(({ label }) => label);
  const before = useRef(earned);
  const [shown, setShown] = useState<string | null>(null);
  const list = earned.join("\n");
  useEffect(() => {
    const now = list === "" ? [] : list.split("\n");
    // What was earned before this page was opened has been celebrated.
    const fresh = now.filter((label) => !before.current.includes(label));
    before.current = now;
    if (fresh.length > 0) setShown(fresh.at(-1) ?? null);
  }, [list]);
  const reward = rewards.find(({ label }) => label === shown);
  if (reward === undefined) return null;
  return (
    <Dialog title={reward.label} close={() => setShown(null)} className="celebration">
      <div className="confetti" aria-hidden="true">
        {pieces.map((piece) => (
          <i key={piece} style={{ "--piece": piece } as CSSProperties} />
        ))}
      </div>
      <p className="big">{shellWords.celebration}</p>
      <p>{reward.text === "" ? shellWords.noReward : shellWords.yourReward(reward.text)}</p>
    </Dialog>
  );
}
