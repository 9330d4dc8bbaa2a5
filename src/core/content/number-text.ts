/** Numbers in a card's text: `{{name}}`, written as math, prose or code, by where it stands. */
import type { CardNumbers, NumberForm } from "./material.ts";

const placeholder = /\{\{([A-Za-z]\w*)\}\}/g;
/** Code, then math: what is in neither is prose. */
const parts = /```[\s\S]*?```|`[^`\n]*`|\$\$[\s\S]+?\$\$|\$[^$]+\$/g;

type Setting = "math" | "prose" | "code";

/** The names that a text asks for. */
export function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].map(([, name = ""]) => name);
}

/** The text without its numbers, for a list or a search that draws none. */
export function withoutNumbers(text: string): string {
  return text.replace(placeholder, "…");
}

/** A name that is none of the card's stays as it is written: it may be the learner's own LaTeX. */
export function withNumbers(
  text: string,
  { each }: CardNumbers,
  values: Readonly<Record<string, number>>,
): string {
  const forms = new Map(each.map(({ name, form }) => [name, form]));
  const fill = (part: string, setting: Setting) =>
    part.replace(placeholder, (whole, name: string) => {
      const form = forms.get(name);
      const value = values[name];
      return form === undefined || value === undefined ? whole : writtenAs(value, form, setting);
    });
  let done = 0;
  let filled = "";
  for (const match of text.matchAll(parts)) {
    filled += fill(text.slice(done, match.index), "prose");
    filled += fill(match[0], match[0].startsWith("$") ? "math" : "code");
    done = match.index + match[0].length;
  }
  return filled + fill(text.slice(done), "prose");
}

/** Rounded by its form. A number with neither places nor digits is exact. */
export function rounded(value: number, { places, digits }: NumberForm): number {
  // Twelve digits first: what a sum of tenths is off by does not decide how it is rounded.
  const near = Number(value.toPrecision(12));
  return places === undefined
    ? Number(near.toPrecision(digits ?? 12))
    : Number(near.toFixed(places));
}

function writtenAs(value: number, form: NumberForm, setting: Setting): string {
  const unit = form.unit === undefined ? "" : unitIn(form.unit, setting);
  if (form.power === true && value !== 0) {
    const [mantissa = "", exponent = ""] = value.toExponential((form.digits ?? 3) - 1).split("e");
    if (setting === "code") return `${Number(mantissa)}e${Number(exponent)}`;
    const factor = Number(mantissa) === 1 ? "" : `${Number(mantissa)} \\times `;
    const power = `${factor}10^{${Number(exponent)}}`;
    return `${setting === "math" ? power : `$${power}$`}${unit}`;
  }
  const shown = rounded(value, form);
  const [whole = "", fraction] = Math.abs(shown).toString().split(".");
  const mark = setting === "math" ? "{,}" : setting === "prose" ? "," : "";
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, mark) : whole;
  const sign = shown < 0 ? "-" : "";
  return `${sign}${grouped}${fraction === undefined ? "" : `.${fraction}`}${unit}`;
}

function unitIn(unit: string, setting: Setting): string {
  if (unit === "%") return setting === "math" ? "\\%" : "%";
  return setting === "math" ? `\\,\\mathrm{${unit}}` : ` ${unit}`;
}
