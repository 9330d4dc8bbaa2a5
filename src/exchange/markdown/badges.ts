/** What an image says that stands for words: a badge's message, a bar of progress, or its own description. */
import { stateOfCell } from "./marks.ts";

export function imageWords(alt: string, url: string): string {
  if (!["blank", null].includes(stateOfCell(alt))) return alt;
  const message = messageIn(url);
  return message !== null && !["blank", null].includes(stateOfCell(message)) ? message : alt;
}

/** `in progress` of `…/badge/status-in%20progress-yellow`, `30%` of `…/progress/30`. */
function messageIn(url: string): string | null {
  const share = /progress[\w.-]*\/(?:bar\/)?(\d{1,3})(?:\/|\?|$)/i.exec(url)?.[1];
  if (share !== undefined && Number(share) <= 100) return `${share}%`;
  const badge = /\/badge\/([^?#/]{1,200})/.exec(url)?.[1];
  if (badge === undefined) return null;
  const parts = decoded(badge)
    .replace(/\.svg$/, "")
    .replace(/--/g, "\u0000")
    .split("-")
    .map((part) => part.replaceAll("\u0000", "-").replace(/_+/g, " ").trim());
  // A label, a message and a color; a badge without a label has two.
  return parts.length >= 2 ? (parts.at(-2) ?? null) : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
