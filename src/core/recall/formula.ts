/**
 * Formulas of a curriculum's numbers: arithmetic alone, parsed and evaluated by mathjs without `eval` or
 * `new Function`. It is heavy, so only what shows or checks a card loads it.
 */
import {
  absDependencies,
  addDependencies,
  andDependencies,
  ceilDependencies,
  cosDependencies,
  create,
  divideDependencies,
  equalDependencies,
  erfDependencies,
  expDependencies,
  type FactoryFunctionMap,
  floorDependencies,
  largerDependencies,
  largerEqDependencies,
  log2Dependencies,
  log10Dependencies,
  logDependencies,
  type MathNode,
  maxDependencies,
  minDependencies,
  modDependencies,
  multiplyDependencies,
  notDependencies,
  orDependencies,
  parseDependencies,
  piDependencies,
  powDependencies,
  roundDependencies,
  sinDependencies,
  smallerDependencies,
  smallerEqDependencies,
  sqrtDependencies,
  subtractDependencies,
  unaryMinusDependencies,
  unaryPlusDependencies,
  unequalDependencies,
} from "mathjs/number";

export const functionNames = [
  "abs",
  "ceil",
  "cos",
  "erf",
  "exp",
  "floor",
  "log",
  "log2",
  "log10",
  "max",
  "min",
  "round",
  "sin",
  "sqrt",
] as const;
const functions: ReadonlySet<string> = new Set(functionNames);
const constants: ReadonlySet<string> = new Set(["pi"]);

// The types of the package say that any of these may be missing; they are all there.
const parts = {
  absDependencies,
  addDependencies,
  andDependencies,
  ceilDependencies,
  cosDependencies,
  divideDependencies,
  equalDependencies,
  erfDependencies,
  expDependencies,
  floorDependencies,
  largerDependencies,
  largerEqDependencies,
  log2Dependencies,
  log10Dependencies,
  logDependencies,
  maxDependencies,
  minDependencies,
  modDependencies,
  multiplyDependencies,
  notDependencies,
  orDependencies,
  parseDependencies,
  piDependencies,
  powDependencies,
  roundDependencies,
  sinDependencies,
  smallerDependencies,
  smallerEqDependencies,
  sqrtDependencies,
  subtractDependencies,
  unaryMinusDependencies,
  unaryPlusDependencies,
  unequalDependencies,
};
const { parse } = create(parts as FactoryFunctionMap);

export type Values = Readonly<Record<string, number>>;

export interface Formula {
  /** The numbers that it is worked out from. */
  readonly names: readonly string[];
  /** True counts as 1; what can't be worked out is NaN. */
  readonly of: (values: Values) => number;
}

export type ReadFormula =
  | { readonly ok: true; readonly formula: Formula }
  /** A clause: what is wrong. */
  | { readonly ok: false; readonly message: string };

/** What arithmetic is made of. Assignments, text, lists and access to properties are none of it. */
const arithmetic: ReadonlySet<string> = new Set([
  "ConstantNode",
  "SymbolNode",
  "OperatorNode",
  "ParenthesisNode",
  "FunctionNode",
  "ConditionalNode",
  "RelationalNode",
]);

/** The operators that are loaded; mathjs reads more than it was given. */
const operators: ReadonlySet<string> = new Set([
  ...["add", "subtract", "multiply", "divide", "pow", "mod", "unaryMinus", "unaryPlus"],
  ...["equal", "unequal", "smaller", "smallerEq", "larger", "largerEq", "and", "or", "not"],
]);
const operatorsSaid = "+ - * / ^ mod, comparisons, and, or, not";

/** What is longer is nobody's question, and deeper than a parser can go. */
const longest = 300;

export function readFormula(text: string): ReadFormula {
  if (text.length > longest) {
    return { ok: false, message: `it has ${text.length} characters; ${longest} are enough` };
  }
  const parsed = parsedOf(text);
  if (typeof parsed === "string") return { ok: false, message: parsed };
  const names = new Set<string>();
  let fault: string | null = null;
  parsed.traverse((node, path) => {
    if (!arithmetic.has(node.type)) fault ??= `"${node.toString()}" is no arithmetic`;
    if (node.type === "ConstantNode" && typeof (node as Named).value !== "number") {
      fault ??= `${node.toString()} is no number`;
    }
    if (node.type === "OperatorNode" && !operators.has((node as Named).fn ?? "")) {
      fault ??= `"${node.toString()}" is no arithmetic; known are ${operatorsSaid}`;
    }
    const name = (node as Named).name ?? "";
    if (node.type !== "SymbolNode") return;
    if (path === "fn") {
      if (!functions.has(name)) {
        fault ??= `there is no function "${name}"; known are ${functionNames.join(", ")}`;
      }
    } else if (!constants.has(name)) names.add(name);
  });
  if (fault !== null) return { ok: false, message: fault };
  const code = parsed.compile();
  const of = (values: Values) => {
    try {
      return Number(code.evaluate({ ...values }));
    } catch {
      // A function that is given too few values, or such as it can't take.
      return Number.NaN;
    }
  };
  return { ok: true, formula: { names: [...names], of } };
}

type Named = MathNode & {
  readonly name?: string;
  readonly value?: unknown;
  /** Of an operator, the function that it stands for. */
  readonly fn?: string;
};

/** The tree, or a clause about what could not be read. */
function parsedOf(text: string): MathNode | string {
  try {
    return parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `the formula can't be read: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
  }
}
