/** One example from the equation to the numbers. */
import type { Walkthrough } from "../../core/content/material.ts";
import { Rich } from "../markdown/rich.tsx";

export function WalkthroughSteps({ walkthrough }: { readonly walkthrough: Walkthrough }) {
  return (
    <>
      <h4>{walkthrough.title}</h4>
      <ol className="walkthrough">
        {walkthrough.steps.map(({ text }) => (
          <li key={text}>
            <Rich text={text} />
          </li>
        ))}
      </ol>
    </>
  );
}
