"""Well-known wrong ways to write scaled dot-product attention."""
from __future__ import annotations

import numpy as np
from reference import attention, softmax
from study_lab import mistake


def scored(q, k):
    """q: (..., queries, d_k); k: (..., keys, d_k). Returns the scaled scores (..., queries, keys)."""
    return q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])


@mistake(
    "no-scaling",
    "The scores are not divided by √d_k. Dot products of long vectors are large, and the softmax then has hardly any "
    "gradient (Section 3.2.1, eq. (1)).",
)
def no_scaling(q, k, v, mask=None):
    return attention(q * np.sqrt(q.shape[-1]), k, v, mask)


@mistake(
    "divided-by-d-k",
    "The scores are divided by d_k. Equation (1) divides by its root: the dot product of two random vectors has the "
    "variance d_k, so the deviation √d_k (Section 3.2.1, footnote 4).",
)
def divided_by_d_k(q, k, v, mask=None):
    return attention(q / np.sqrt(q.shape[-1]), k, v, mask)


@mistake(
    "scaled-by-keys",
    "The scores are divided by the root of the number of keys. d_k is the length of one key vector, the last axis of q and "
    "k (Section 3.2.1).",
)
def scaled_by_keys(q, k, v, mask=None):
    return attention(q * np.sqrt(q.shape[-1] / k.shape[-2]), k, v, mask)


@mistake(
    "softmax-over-queries",
    "The softmax runs over the queries. Each query shares out one unit of weight among the keys, so it runs over the last "
    "axis of the scores (Section 3.2.1, eq. (1)).",
)
def softmax_over_queries(q, k, v, mask=None):
    scores = scored(q, k)
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    weights = np.swapaxes(softmax(np.swapaxes(scores, -1, -2)), -1, -2)
    return weights @ v, weights


@mistake(
    "mask-after-softmax",
    "The mask sets weights to 0 after the softmax, so the others no longer sum to 1. Set the forbidden scores to minus "
    "infinity before the softmax (Section 3.2.3).",
)
def mask_after_softmax(q, k, v, mask=None):
    weights = softmax(scored(q, k))
    if mask is not None:
        weights = weights * mask
    return weights @ v, weights


@mistake(
    "mask-inverted",
    "The mask is read the wrong way round: True means that the query may look at the key. The queries see exactly what they "
    "should not (Section 3.2.3).",
)
def mask_inverted(q, k, v, mask=None):
    return attention(q, k, v, None if mask is None else ~np.asarray(mask, dtype=bool))


@mistake(
    "mask-ignored",
    "The mask is not used. Where it is False, the score must become minus infinity before the softmax (Section 3.2.3, "
    "Figure 2).",
)
def mask_ignored(q, k, v, mask=None):
    return attention(q, k, v)


@mistake(
    "masked-to-zero",
    "Forbidden scores are set to 0. A score of 0 still gets the weight exp(0) = 1 before the division; it takes minus "
    "infinity to get none (Section 3.2.3).",
)
def masked_to_zero(q, k, v, mask=None):
    scores = scored(q, k)
    weights = softmax(scores if mask is None else scores * mask)
    return weights @ v, weights


@mistake(
    "empty-row-uniform",
    "A query that may look at no key spreads its weight over all keys: a large negative number such as -1e9 instead of "
    "minus infinity does that. Its weights and output must be 0.",
)
def empty_row_uniform(q, k, v, mask=None):
    scores = scored(q, k)
    weights = softmax(scores if mask is None else np.where(mask, scores, -1e9))
    return weights @ v, weights


@mistake(
    "empty-row-nan",
    "A query that may look at no key gives NaN: its scores are all minus infinity, and 0 is divided by 0. Treat such rows "
    "apart; their weights and output must be 0.",
)
def empty_row_nan(q, k, v, mask=None):
    scores = scored(q, k)
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    exponentials = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = exponentials / exponentials.sum(axis=-1, keepdims=True)
    return weights @ v, weights


@mistake(
    "empty-row-open",
    "A query that may look at no key looks at all of them as if there were no mask: a large negative number added to every score "
    "of a row leaves the softmax as it was. Its weights and output must be 0.",
)
def empty_row_open(q, k, v, mask=None):
    if mask is not None:
        mask = mask | ~np.any(mask, axis=-1, keepdims=True)
    return attention(q, k, v, mask)


def below_largest_of_all(q, k, mask):
    """Exponentials (..., queries, keys) of the scores minus the largest score of all queries."""
    scores = scored(q, k)
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    largest = scores.max()
    return np.exp(scores - (largest if np.isfinite(largest) else 0.0))


@mistake(
    "largest-of-all",
    "The largest score of all queries is subtracted, not the largest of each row. A query whose scores all lie far below it "
    "then has only zeros after exp and gets no weights.",
)
def largest_of_all(q, k, v, mask=None):
    exponentials = below_largest_of_all(q, k, mask)
    total = exponentials.sum(axis=-1, keepdims=True)
    weights = exponentials / np.where(total > 0, total, 1.0)
    return weights @ v, weights


@mistake(
    "overflow",
    "Large scores overflow: exp of a thousand is infinite, and infinite by infinite is NaN. Subtract the largest score of "
    "each row before exp; the softmax stays the same.",
)
def overflow(q, k, v, mask=None):
    scores = scored(q, k)
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    exponentials = np.exp(scores)
    total = exponentials.sum(axis=-1, keepdims=True)
    weights = exponentials / np.where(total > 0, total, 1.0)
    return weights @ v, weights
