/** Other programs that a command hands a file to: the learner's editor, and whatever the system opens files with. */
import type { Terminal } from "./terminal.ts";

type Platform = NodeJS.Platform;

export interface ProgramLine {
  readonly command: readonly [string, ...string[]];
  /** The words stand as the program is to read them: Windows quotes none of them anew. */
  readonly verbatim: boolean;
}

/** `$VISUAL` and `$EDITOR` hold a line of the system's shell: `code --wait`, `"C:\Program Files\np.exe" -multiInst`. */
export function editorLine(platform: Platform, editor: string, file: string): ProgramLine {
  if (platform === "win32") return windowsLine(`${editor} "${file}"`);
  return { command: ["sh", "-c", `${editor} "$1"`, "sh", file], verbatim: false };
}

export function systemLine(platform: Platform, file: string): ProgramLine {
  // The first pair of quotes is the title of a window, which `start` takes from whatever is quoted first.
  if (platform === "win32") return windowsLine(`start "" "${file}"`);
  return { command: [platform === "darwin" ? "open" : "xdg-open", file], verbatim: false };
}

/** `/s` takes off the outermost quotes alone and leaves what is within them as it stands; no path holds a quote there. */
function windowsLine(line: string): ProgramLine {
  return { command: ["cmd", "/d", "/s", "/c", `"${line}"`], verbatim: true };
}

export function editorOf({ env }: Terminal): string | null {
  return env.VISUAL || env.EDITOR || null;
}

/** Waits until the editor is closed; false where it failed or is not there. */
export async function editWith(editor: string, file: string): Promise<boolean> {
  const { command, verbatim } = editorLine(process.platform, editor, file);
  try {
    const child = Bun.spawn([...command], {
      stdio: ["inherit", "inherit", "inherit"],
      windowsVerbatimArguments: verbatim,
    });
    return (await child.exited) === 0;
  } catch {
    return false;
  }
}

/** False where the system has nothing to open files with: the caller tells where the file is. */
export function openWithSystem(file: string): boolean {
  const { command, verbatim } = systemLine(process.platform, file);
  try {
    Bun.spawn([...command], {
      stdio: ["ignore", "ignore", "ignore"],
      windowsVerbatimArguments: verbatim,
    }).unref();
    return true;
  } catch {
    return false;
  }
}
