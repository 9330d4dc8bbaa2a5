/** Which image beside the notes an address in a note means. */

const shown = /\.(?:png|jpe?g|gif|webp)$/i;

/** The name of the image's file, wherever in the vault a note says that it is; null for what is none. */
export function fileNameIn(address: string): string | null {
  if (/^[a-z][a-z\d+.-]*:|^[/\\]{2}/i.test(address)) return null;
  const name = address.split(/[/\\]/).at(-1) ?? "";
  return shown.test(name) && !name.startsWith(".") ? name : null;
}

/** The same of an address as Markdown has it, with what is no letter of an address encoded. */
export function imageAt(url: string): string | null {
  try {
    return fileNameIn(decodeURIComponent(url));
  } catch {
    return fileNameIn(url);
  }
}
