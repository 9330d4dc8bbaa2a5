"""Well-known wrong ways to build a head that copies."""
from __future__ import annotations

import numpy as np
from reference import SHARPNESS, copy_head, frequencies, turn_back
from study_lab import mistake


def with_queries(vocabulary, d_position, shift, turned):
    """The right head with turned (d_position, d_position) in the position rows of w_q."""
    head = copy_head(vocabulary, d_position, shift)
    head["w_q"][vocabulary:] = SHARPNESS * turned
    return head


@mistake(
    "looks-ahead",
    "The head looks `shift` positions ahead. To ask for an earlier position the pairs are turned back, by minus frequency · "
    "shift; the transposed matrix turns the other way (Section 3.5).",
)
def looks_ahead(vocabulary, d_position, shift):
    return copy_head(vocabulary, d_position, -shift)


@mistake(
    "looks-at-itself",
    "Each position copies its own token. The queries must be turned by `shift` positions, and the keys must not: what is "
    "turned in both cancels out (Section 3.5).",
)
def looks_at_itself(vocabulary, d_position, shift):
    return copy_head(vocabulary, d_position, 0)


@mistake(
    "one-too-far",
    "The head looks one position too far back. Position pos finds its token at pos - shift; a shift of 0 is the token "
    "itself.",
)
def one_too_far(vocabulary, d_position, shift):
    return copy_head(vocabulary, d_position, shift + 1)


@mistake(
    "too-soft",
    "The head looks everywhere a little: positions near to each other have similar vectors, and the scores differ by too "
    "little. Multiply queries or keys by a large number, so that the softmax is nearly one-hot.",
)
def too_soft(vocabulary, d_position, shift):
    head = copy_head(vocabulary, d_position, shift)
    return {**head, "w_q": head["w_q"] / SHARPNESS}


@mistake(
    "one-angle-for-all",
    "All pairs are turned by the same angle, `shift`. Each pair has a frequency of its own and is turned by frequency · "
    "shift (Section 3.5).",
)
def one_angle_for_all(vocabulary, d_position, shift):
    return with_queries(vocabulary, d_position, shift, turn_back(np.full(d_position // 2, float(shift))))


@mistake(
    "half-split",
    "The matrix turns feature i together with feature i + d_position / 2. Sine and cosine of a pair are neighbours here: "
    "features 2i and 2i + 1 (Section 3.5).",
)
def half_split(vocabulary, d_position, shift):
    order = np.concatenate([np.arange(0, d_position, 2), np.arange(1, d_position, 2)])
    turned = turn_back(frequencies(d_position) * shift)[np.ix_(order, order)]
    return with_queries(vocabulary, d_position, shift, turned)


@mistake(
    "looks-for-tokens",
    "Queries and keys read the token, so each position finds its own token wherever it stands. Which position to look at is "
    "a matter of positions: the last d_position rows of w_q and w_k.",
)
def looks_for_tokens(vocabulary, d_position, shift):
    head = copy_head(vocabulary, d_position, shift)
    head["w_q"][:], head["w_k"][:] = 0.0, 0.0
    head["w_q"][:vocabulary] = SHARPNESS * np.eye(vocabulary, d_position)
    head["w_k"][:vocabulary] = np.eye(vocabulary, d_position)
    return head


@mistake(
    "values-without-tokens",
    "The values read the position, so what comes out says where it was and not which token. The first `vocabulary` rows of "
    "w_v pass the one-hot token on.",
)
def values_without_tokens(vocabulary, d_position, shift):
    head = copy_head(vocabulary, d_position, shift)
    head["w_v"][:] = 0.0
    head["w_v"][vocabulary:] = np.eye(d_position, vocabulary)
    return head
