"""Well-known wrong ways to build a head that copies."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "looks-ahead",
    "frequencies(d_position) * shift", "frequencies(d_position) * -shift",
    "The head looks `shift` positions ahead. To ask for an earlier position the pairs are turned back, by minus frequency · "
    "shift; the transposed matrix turns the other way (Section 3.5).",
)
wrong(
    "looks-at-itself",
    "frequencies(d_position) * shift", "frequencies(d_position) * 0",
    "Each position copies its own token. The queries must be turned by `shift` positions, and the keys must not: what is "
    "turned in both cancels out (Section 3.5).",
)
wrong(
    "one-too-far",
    "frequencies(d_position) * shift", "frequencies(d_position) * (shift + 1)",
    "The head looks one position too far back. Position pos finds its token at pos - shift; a shift of 0 is the token "
    "itself.",
)
wrong(
    "too-soft",
    "SHARPNESS * turn_back", "turn_back",
    "The head looks everywhere a little: positions near to each other have similar vectors, and the scores differ by too "
    "little. Multiply queries or keys by a large number, so that the softmax is nearly one-hot.",
)
wrong(
    "one-angle-for-all",
    "frequencies(d_position) * shift", "np.full(d_position // 2, float(shift))",
    "All pairs are turned by the same angle, `shift`. Each pair has a frequency of its own and is turned by frequency · "
    "shift (Section 3.5).",
)
wrong(
    "half-split",
    "2 * pair, 2 * pair + 1", "pair, pair + len(angles)",
    "The matrix turns feature i together with feature i + d_position / 2. Sine and cosine of a pair are neighbours here: "
    "features 2i and 2i + 1 (Section 3.5).",
)
wrong(
    "looks-for-tokens",
    "w_q[position] = SHARPNESS * turn_back(frequencies(d_position) * shift)", "w_q[token] = SHARPNESS * np.eye(vocabulary, d_position)",
    "w_k[position] = np.eye(d_position)", "w_k[token] = np.eye(vocabulary, d_position)",
    "Queries and keys read the token, so each position finds its own token wherever it stands. Which position to look at is "
    "a matter of positions: the last d_position rows of w_q and w_k.",
)
wrong(
    "values-without-tokens",
    "w_v[token] = np.eye(vocabulary)", "w_v[position] = np.eye(d_position, vocabulary)",
    "The values read the position, so what comes out says where it was and not which token. The first `vocabulary` rows of "
    "w_v pass the one-hot token on.",
)
