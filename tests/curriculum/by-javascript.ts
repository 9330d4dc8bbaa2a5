/** The same arithmetic by another evaluator: JavaScript's own. */
const evaluators = new Map<string, (...values: readonly number[]) => unknown>();

export function byJavaScript(formula: string, values: Readonly<Record<string, number>>): number {
  const names = Object.keys(values);
  const key = `${names} ${formula}`;
  const evaluator = evaluators.get(key) ?? evaluatorOf(formula, names);
  evaluators.set(key, evaluator);
  return Number(evaluator(...Object.values(values)));
}

function evaluatorOf(formula: string, names: readonly string[]) {
  const text = formula
    .replaceAll("^", "**")
    .replaceAll(/-(\w+|\([^()]*\))(?=\s*\*\*)/g, "-1*$1")
    .replaceAll(/\band\b/g, "&&")
    .replaceAll(/\bor\b/g, "||")
    .replaceAll(/\b(abs|ceil|cos|exp|floor|log2|log10|log|max|min|round|sin|sqrt)\(/g, "Math.$1(")
    .replaceAll(/\bpi\b/g, "Math.PI");
  return new Function(...names, `return ${text}`) as (...values: readonly number[]) => unknown;
}
