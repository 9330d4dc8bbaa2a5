/** The colours that the learner chose, for this browser. `first-paint.ts` has them there before anything is drawn. */
import { cellOf } from "../store/cell.ts";

export const themeNames = ["system", "light", "dark"] as const;
export type ThemeName = (typeof themeNames)[number];

const themeKey = "theme";

function kept(): ThemeName {
  try {
    return themeNames.find((name) => name === localStorage.getItem(themeKey)) ?? "system";
  } catch {
    return "system";
  }
}

const cell = cellOf<ThemeName>(typeof localStorage === "undefined" ? "system" : kept());

export const theme = { now: cell.now, subscribe: cell.subscribe };

export function applyTheme(): void {
  document.documentElement.dataset.theme = cell.now();
}

export function chooseTheme(name: ThemeName): void {
  cell.change(() => name);
  applyTheme();
  try {
    localStorage.setItem(themeKey, name);
  } catch {
    // It lasts as long as the page.
  }
}
