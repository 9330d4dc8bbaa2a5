/** Runs before anything is drawn, so that a chosen theme is there in the first frame. */
import { applyTheme } from "./shell/theme.ts";

applyTheme();
