/** Figures of a model as a person writes them: `parameters=10M`, `loss=3.1`. */
import { bare } from "../content/bare.ts";
import { type FactKey, factKeys } from "../content/material.ts";
import { plainName } from "../content/names.ts";

export type Figures =
  | { readonly ok: true; readonly values: Readonly<Record<string, number | string>> }
  | { readonly ok: false; readonly message: string };

/** Each part is `key=value`; keys of the curriculum's tables are taken in any spelling. */
export function readFigures(parts: readonly string[]): Figures {
  const values = bare<string, number | string>();
  for (const part of parts) {
    const at = part.indexOf("=");
    if (at < 1) {
      return { ok: false, message: `"${part}" is not a figure: write it as parameters=10M.` };
    }
    const key = part.slice(0, at).trim();
    const known = factKeys.find((name) => plainName(name) === plainName(key)) ?? key;
    const value = readFigure(part.slice(at + 1).trim());
    if (typeof value === "string" && counted.has(known)) {
      return {
        ok: false,
        message: `"${value}" is not a number of ${key}: write 12, 10M or 1.5e9.`,
      };
    }
    values[known] = value;
  }
  return { ok: true, values };
}

/** What a model has a number of; the rest may be said in words (`tokens=40 GB of text`). */
const counted: ReadonlySet<string> = new Set([
  "parameters",
  "layers",
  "width",
  "heads",
  "vocabulary",
  "context",
] satisfies FactKey[]);

const scales: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, t: 1e12 };

function readFigure(said: string): number | string {
  const [, digits, scale = ""] = /^([+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)([kmbt])?$/i.exec(said) ?? [];
  if (digits === undefined) return said;
  // 10.1 million is not 10099999.999999998.
  return Number((Number(digits) * (scales[scale.toLowerCase()] ?? 1)).toPrecision(15));
}
