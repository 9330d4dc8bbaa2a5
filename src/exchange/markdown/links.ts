/** Which paper a link or a text leads to, by what stands in it alone. */
import type { Link } from "./pieces.ts";

const arxiv =
  /(?:arxiv\.org\/(?:abs|pdf|html)\/|alphaxiv\.org\/(?:abs|pdf|overview)\/|ar5iv(?:\.labs\.arxiv)?\.org\/(?:abs|html|pdf)\/|(?:huggingface|hf)\.co\/papers\/|semanticscholar\.org\/arxiv\/|arxiv-vanity\.com\/papers\/|scholar\.archive\.org\/arxiv\/|doi\.org\/10\.48550\/arxiv\.|(?:^|[^\w./])arxiv\s*[:.]?\s*)(\d{4}\.\d{4,5})/i;
const bareArxiv = /(?<![\d./])(\d{4}\.\d{4,5})(?:v\d{1,2})?(?![\d.]*\d)/;
const oldArxiv = /arxiv\.org\/(?:abs|pdf)\/([a-z-]+(?:\.[A-Z]{2})?\/\d{7})/i;

const paperHosts =
  /^https?:\/\/(?:www\.|papers\.|proceedings\.)?(?:(?:\w+\.)?arxiv\.org|ar5iv(?:\.labs\.arxiv)?\.org|hf\.co\/papers|alphaxiv\.org|openreview\.net|aclanthology\.org|aclweb\.org|neurips\.cc|nips\.cc|papers\.nips\.cc|proceedings\.mlr\.press|mlr\.press|jmlr\.org|doi\.org|dx\.doi\.org|dl\.acm\.org|ieeexplore\.ieee\.org|semanticscholar\.org|paperswithcode\.com\/paper|huggingface\.co\/papers|link\.springer\.com|nature\.com\/articles|science\.org\/doi|openaccess\.thecvf\.com|thecvf\.com|biorxiv\.org|cdn\.openai\.com\/papers|cdn\.openai\.com\/better|transformer-circuits\.pub|isca-speech\.org)/i;

/** `1706.03762` of a link or a text. */
export function arxivIn(text: string): string | null {
  return arxiv.exec(text)?.[1] ?? oldArxiv.exec(text)?.[1] ?? null;
}

/** The same where the number alone says it: in a column of such numbers. */
export function arxivAlone(text: string): string | null {
  return arxivIn(text) ?? bareArxiv.exec(text)?.[1] ?? null;
}

export function leadsToPaper({ url }: Link): boolean {
  return paperHosts.test(url) || /^https?:\S+\.pdf(?:[?#]|$)/i.test(url);
}

/** Without the version, so that two links to one paper are the same. */
export function sameAddress(url: string): string {
  return url
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, "")
    .replace(/[#?].*$/, "")
    .replace(/\.pdf$|\/$/g, "")
    .replace(/\/pdf\//, "/abs/")
    .replace(/v\d{1,2}$/, "");
}
