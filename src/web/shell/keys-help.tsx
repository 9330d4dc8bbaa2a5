/** The keys of the present screen and those that hold everywhere. */
import { strings } from "../strings.ts";
import { useAllActions } from "./actions.ts";
import { Dialog } from "./dialog.tsx";
import { shellWords } from "./words.ts";

export default function KeysHelp({ close }: { readonly close: () => void }) {
  const withKeys = useAllActions().filter(({ keys }) => keys !== undefined);
  const groups = Map.groupBy(withKeys, ({ group }) => group);
  return (
    <Dialog title={strings.keysTitle} close={close} className="keys">
      {[...groups].map(([group, actions]) => (
        <section key={group} aria-label={group}>
          <h3>{group}</h3>
          <dl>
            {actions.map(({ id, label, keys }) => (
              <div key={id}>
                <dt>
                  {keys?.split(" ").map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section aria-label={shellWords.everywhere}>
        <h3>{shellWords.everywhere}</h3>
        <dl>
          {shellWords.chords.map(([keys, what]) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </section>
    </Dialog>
  );
}
