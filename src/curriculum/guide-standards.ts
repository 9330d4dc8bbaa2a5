/** What a good guide holds to: papers in their order, and numbers that are what their formulas say. */
import { readFormula } from "../core/recall/formula.ts";
import type { Fault } from "./faults.ts";
import { mentions, texts } from "./mentions.ts";
import { type Source, sourceOf } from "./source.ts";

export function guideStandards(files: ReadonlyMap<string, string>): readonly Fault[] {
  const source = (file: string) => sourceOf(files, file);
  const curriculum = source("curriculum.yaml");
  const order = [
    ...texts(curriculum, "phases.*.papers.*"),
    ...texts(curriculum, "bonus.papers.*"),
  ].map(({ value }) => value);
  return order.flatMap((paper) => {
    const file = `papers/${paper}/guide.yaml`;
    const guide = files.has(file) ? source(file) : null;
    return guide === null ? [] : [...orderFaults(guide, paper, order), ...walkFaults(guide)];
  });
}

/** What must be known first comes first. */
function orderFaults(guide: Source, paper: string, order: readonly string[]): readonly Fault[] {
  const place = (id: string) => order.indexOf(id);
  const late = texts(guide, "needs.*.paper")
    .filter(({ value }) => place(value) > place(paper))
    .map(({ value, fault }) =>
      fault(`"${value}" is read later than "${paper}"; put it under "ahead" with what is enough`),
    );
  const early = texts(guide, "ahead.*.paper")
    .filter(({ value }) => place(value) >= 0 && place(value) < place(paper))
    .map(({ value, fault }) =>
      fault(`"${value}" is read before "${paper}"; put it under "needs" with why`),
    );
  return [...late, ...early];
}

/** Each number of a walk-through stands in its text and is what its formula says. */
function walkFaults(guide: Source): readonly Fault[] {
  const values: Record<string, number> = {};
  return mentions(guide, "walkthrough.steps.*").flatMap(({ path }) => {
    const [text] = texts(guide, [...path, "text"].join("."));
    return mentions(guide, [...path, "computed", "*"].join(".")).flatMap(({ value, fault }) => {
      const { name, is, shown } = value as { name?: string; is?: string; shown?: string };
      if (typeof is !== "string" || typeof shown !== "string") return [];
      const read = readFormula(is);
      if (!read.ok) return [fault(read.message)];
      const open = read.formula.names.filter((one) => values[one] === undefined);
      if (open.length > 0) {
        return [fault(`nothing before this is called ${open.map((one) => `"${one}"`).join(", ")}`)];
      }
      const result = read.formula.of(values);
      if (name !== undefined) values[name] = result;
      const right = Number(result.toPrecision(12)).toFixed(shown.split(".")[1]?.length ?? 0);
      if (Number(right) !== Number(shown)) return [fault(`this is ${right}, not ${shown}`)];
      const written = (text?.value ?? "")
        .replaceAll("{,}", "")
        .replaceAll(/(?<=\d),(?=\d{3})/g, "");
      return written.includes(shown) ? [] : [fault(`the text does not say ${shown}`)];
    });
  });
}
