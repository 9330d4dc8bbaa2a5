/** What a command of LaTeX shows, where one character of Unicode is the same. */

const greek =
  "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω";
const single =
  "infty ∞ partial ∂ nabla ∇ ell ℓ top ⊤ bot ⊥ varnothing ∅ emptyset ∅ forall ∀ exists ∃ ldots … dots … cdots ⋯ prime ′ hbar ℏ Re ℜ Im ℑ aleph ℵ";
const big = "sum Σ prod Π int ∫";
/** Between what they relate: a space on each side. */
const related =
  "approx ≈ sim ∼ propto ∝ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ ll ≪ gg ≫ in ∈ notin ∉ to → rightarrow → leftarrow ← gets ← mapsto ↦ Rightarrow ⇒ equiv ≡ gtrsim ≳ lesssim ≲ succ ≻ prec ≺ subset ⊂ subseteq ⊆ cup ∪ cap ∩ cdot · times × odot ⊙ oplus ⊕ otimes ⊗ pm ± mp ∓ mid | colon : circ ∘ div ÷ setminus ∖ land ∧ lor ∨ perp ⊥ parallel ∥";
const named =
  "log exp max min cos sin tan tanh cosh sinh ln arg Pr det dim sup inf lim gcd argmax argmin";
const brackets =
  "langle ⟨ rangle ⟩ lVert ‖ rVert ‖ Vert ‖ lvert | rvert | vert | lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ { { } } | ‖";

function table(text: string): ReadonlyMap<string, string> {
  const words = text.split(" ");
  return new Map(
    Array.from({ length: words.length / 2 }, (_, index) => [
      words[2 * index] ?? "",
      words[2 * index + 1] ?? "",
    ]),
  );
}

export const letters = table(`${greek} ${single}`);
export const operators = table(big);
export const relations = table(related);
export const fences = table(brackets);
export const functions: ReadonlySet<string> = new Set(named.split(" "));
export const blanks: ReadonlySet<string> = new Set([
  ",",
  ";",
  ":",
  " ",
  "quad",
  "qquad",
  "enspace",
]);

/** Over a letter. */
export const accents: ReadonlyMap<string, string> = new Map([
  ["bar", "\u0304"],
  ["overline", "\u0304"],
  ["hat", "\u0302"],
  ["tilde", "\u0303"],
  ["dot", "\u0307"],
  ["vec", "\u20d7"],
]);

/** Above and below the line there are these, and no more. */
export const raised = pairs("0123456789+-=()niT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀ");
export const lowered = pairs("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎");

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const shown = [...to];
  return new Map([...from].map((character, index) => [character, shown[index] ?? ""]));
}

/** Where an alphabet of mathematics begins: capitals, small letters, digits. */
const alphabets: Readonly<Record<string, readonly (readonly [first: string, at: number])[]>> = {
  mathbf: [
    ["A", 0x1d400],
    ["a", 0x1d41a],
    ["0", 0x1d7ce],
  ],
  boldsymbol: [
    ["A", 0x1d468],
    ["a", 0x1d482],
    ["0", 0x1d7ce],
    ["Α", 0x1d71c],
    ["α", 0x1d736],
  ],
  mathbb: [
    ["A", 0x1d538],
    ["0", 0x1d7d8],
  ],
  mathcal: [["A", 0x1d4d0]],
};

/** These had a place before the alphabets had. */
const before: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mathbb: { C: "ℂ", H: "ℍ", N: "ℕ", P: "ℙ", Q: "ℚ", R: "ℝ", Z: "ℤ" },
};
const lengths: Readonly<Record<string, number>> = { A: 26, a: 26, "0": 10, Α: 25, α: 25 };

/** A letter in an alphabet; null where Unicode has none. */
export function inAlphabet(alphabet: string, letter: string): string | null {
  const known = before[alphabet]?.[letter];
  if (known !== undefined) return known;
  const code = letter.codePointAt(0) ?? 0;
  for (const [first, at] of alphabets[alphabet] ?? []) {
    const place = code - (first.codePointAt(0) ?? 0);
    if (place >= 0 && place < (lengths[first] ?? 0)) return String.fromCodePoint(at + place);
  }
  return null;
}
