/** What stands above every screen: the open timers, undo, the palette, the colours. */
import { useSyncExternalStore } from "react";
import { Clock } from "../parts/clock.tsx";
import { useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { Icon } from "./navigation.tsx";
import { chooseTheme, type ThemeName, theme, themeNames } from "./theme.ts";

export function TopBar({ openPalette }: { readonly openPalette: () => void }) {
  const { situation, server, run, locked } = useTracker();
  const { timers } = situation.progress;
  return (
    <header className="top">
      <p className="title">{situation.curriculum.title}</p>
      {server.demo && (
        <strong className="demo">
          {strings.demo}
          <span>{`: ${strings.demoIs}`}</span>
        </strong>
      )}
      {timers.map((timer) => (
        <Clock key={timer.id} timer={timer} />
      ))}
      <span className="buttons">
        <button type="button" className="search" onClick={openPalette}>
          <Icon path="M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5" />
          <span>{strings.search}</span>
          <kbd>{strings.paletteKey}</kbd>
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
              <Icon path="M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3" />
            </button>
            <button
              type="button"
              className="plain"
              aria-label={strings.redo}
              title={strings.redo}
              disabled={situation.redoable === null}
              onClick={() => void run({ do: "redo" })}
            >
              <Icon path="m15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3" />
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
      aria-label={strings.themeLabel}
      value={chosen}
      onChange={({ target }) => chooseTheme(target.value as ThemeName)}
    >
      {themeNames.map((name) => (
        <option key={name} value={name}>
          {strings.theme[name]}
        </option>
      ))}
    </select>
  );
}
