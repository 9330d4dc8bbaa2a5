/** What stands above every screen: the open timers, undo, the palette, the colours. */
import { Redo2, Search, Undo2 } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Clock } from "../parts/clock.tsx";
import { useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { chooseTheme, type ThemeName, theme, themeNames } from "./theme.ts";
import { shellWords } from "./words.ts";

export function TopBar({ openPalette }: { readonly openPalette: () => void }) {
  const { situation, server, run, locked } = useTracker();
  const { timers } = situation.progress;
  return (
    <header className="top">
      <p className="title">{situation.curriculum.title}</p>
      {server.demo && (
        <strong className="demo">
          {shellWords.demo}
          <span>{`: ${shellWords.demoIs}`}</span>
        </strong>
      )}
      {timers.map((timer) => (
        <Clock key={timer.id} timer={timer} />
      ))}
      <span className="buttons">
        <button type="button" className="search" onClick={openPalette}>
          <Search className="icon" aria-hidden />
          <span>{shellWords.search}</span>
          <kbd>{shellWords.paletteKey}</kbd>
        </button>
        {!locked && (
          <>
            <button
              type="button"
              className="plain"
              aria-label={strings.undo}
              title={strings.undo}
              disabled={situation.undoable === null}
              onClick={() => void run({ do: "undo" })}
            >
              <Undo2 className="icon" aria-hidden />
            </button>
            <button
              type="button"
              className="plain"
              aria-label={shellWords.redo}
              title={shellWords.redo}
              disabled={situation.redoable === null}
              onClick={() => void run({ do: "redo" })}
            >
              <Redo2 className="icon" aria-hidden />
            </button>
          </>
        )}
        <Theme />
      </span>
    </header>
  );
}

function Theme() {
  const chosen = useSyncExternalStore(theme.subscribe, theme.now);
  return (
    <select
      aria-label={shellWords.themeLabel}
      value={chosen}
      onChange={({ target }) => chooseTheme(target.value as ThemeName)}
    >
      {themeNames.map((name) => (
        <option key={name} value={name}>
          {shellWords.theme[name]}
        </option>
      ))}
    </select>
  );
}
