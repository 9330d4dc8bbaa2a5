/**
 * What goes to the screen, with everything that could command it made visible. Entries, notes, curricula and the
 * prints of Python come from anywhere; a terminal obeys what they say, unless it is only shown. All output passes here.
 */

/** What may stay of the escapes: the few that we paint with, which change a colour or a weight and no more. */
const painted = String.raw`\u001b\[(?:1|2|22|32|33|36|39)m`;
/** Control characters but for tab and line end, and marks that turn the order of letters round. */
const commanding = String.raw`[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]`;

const anyCommand = new RegExp(commanding);
const withoutPaint = new RegExp(String.raw`\r(?=\n)|${commanding}`, "g");
const besidesPaint = new RegExp(String.raw`${painted}|\r(?=\n)|${commanding}`, "g");

export type Colours = "painted" | "plain";

/** Colours are only asked about where there is something to replace: most texts command nothing. */
export function harmless(text: string, colours: () => Colours): string {
  if (!anyCommand.test(text)) return text;
  return text.replace(colours() === "painted" ? besidesPaint : withoutPaint, visible);
}

/** Without any colour: for questions and logs, which pass no painter. */
export function harmlessPlain(text: string): string {
  return harmless(text, () => "plain");
}

function visible(found: string, at: number, text: string): string {
  if (found.length > 1) return found;
  const code = found.charCodeAt(0);
  // A line that ends in the way of Windows.
  if (code === 0x0d && text[at + 1] === "\n") return found;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : "\ufffd";
}

/** JSON may hold some of them as they are; escaped, it says the same and commands nothing. */
export function harmlessJson(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
