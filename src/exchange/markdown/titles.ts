/** What of a line is the title of a paper, and whether it speaks of one. */
import { arxivIn, leadsToPaper } from "./links.ts";
import type { Said } from "./pieces.ts";

/** `Title (Hu et al., 2021)`. */
export function isCited(text: string): boolean {
  return /\bet al\b|[([](?:[^()[\]]*\s)?(?:19|20)\d{2}[)\]]/i.test(text);
}

export function isPaperLink({ links, text }: Said): boolean {
  return links.some(leadsToPaper) || arxivIn(text) !== null;
}

const workWords =
  /^(?:implement|code|build|write|create|watch|solve|set ?up|install|practice|practise|train|try|run|take|join|make|do|complete|prepare|discuss|compare|explain|blog)\b/i;

export function saysWork(text: string): boolean {
  return workWords.test(text);
}

/** Whether the link's words are about all that an item says. */
export function isTitled({ text, links }: Said): boolean {
  const link = links.find(leadsToPaper);
  if (link === undefined) return arxivIn(text) !== null && !saysWork(text);
  if (saysWork(text)) return false;
  const rest = text.replace(link.text, " ");
  const bare = rest
    .replace(
      /\([^()]*\)|\b(?:read|re-?read|study|skim|paper|arxiv|pdf|link|the|by|et al\.?|\d{4}(?:\.\d{4,5})?)\b/gi,
      " ",
    )
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return bare.length <= Math.max(40, link.text.length) || link.text.length < 12;
}

/** The title of a paper's line: what its link shows, where that is a title, else its words. */
export function titleOf({ links }: Said, text: string): string {
  const link = links.find(leadsToPaper) ?? links[0];
  const shown = link?.text.trim() ?? "";
  const isTitle =
    shown.length > 3 &&
    !/^\[?(?:https?:|www\.|pdf|paper|link|arxiv|ar5iv|alphaxiv|abs|here|url|code|hf|s2|doi|\d)/i.test(
      shown,
    );
  if (isTitle && text.includes(shown) && text.indexOf(shown) < 40) return shown;
  return bareTitle(text);
}

/** Words without the address, the authors and the year that stand behind a title. */
export function bareTitle(text: string): string {
  const quoted = /^\W{0,4}["“«]([^"”»]{4,300})["”»]/u.exec(text)?.[1];
  if (quoted !== undefined) return quoted.replace(/[\s.,;:]+$/, "");
  const bare = text
    .replace(/https?:\S+/g, " ")
    .replace(/\b(?:arxiv\s*[:.]?\s*)?\d{4}\.\d{4,5}(?:v\d+)?/gi, " ")
    .replace(
      /[[(]\s*(?:pdf|paper|link|arxiv|ar5iv|alphaxiv|hf|s2|doi|code|github|project|website|slides|talk|abs|blog|video|notes)(?:\s*[,|/]\s*\w+)*\s*[\])]/gi,
      " ",
    )
    .replace(/[,.]\s+(?:[A-Z]|arXiv)[\p{L}&.' -]{0,24}\s(?:19|20)\d{2}\.?\s*$/u, " ")
    .replace(/\s*[([][^()[\]]*(?:\bet al\b|\b(?:19|20)\d{2}\b)[^()[\]]*[)\]]/gi, " ")
    .replace(/^(?:re-?)?(?:read|study|skim|finish|review)\s*[:–-]?\s+(?:the\s+)?/i, "")
    .replace(/\s+[-–—|]\s+[^-–—|]*(?:\bet al\b|\b(?:19|20)\d{2}\b).*$/i, " ")
    .replace(/\(\s*\)|\[\s*\]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^["“'«]+|["”'»]+$/g, "")
    .replace(/[\s:;,–—-]+$/, "")
    .trim();
  return bare === "" ? text.trim() : bare;
}
