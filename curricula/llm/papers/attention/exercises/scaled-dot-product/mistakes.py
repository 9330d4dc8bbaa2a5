"""Well-known wrong ways to write scaled dot-product attention."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "no-scaling",
    "scores / np.sqrt(q.shape[-1])", "scores",
    "The scores are not divided by √d_k. Dot products of long vectors are large, and the softmax then has hardly any "
    "gradient (Section 3.2.1, eq. (1)).",
)
wrong(
    "divided-by-d-k",
    "np.sqrt(q.shape[-1])", "q.shape[-1]",
    "The scores are divided by d_k. Equation (1) divides by its root: the dot product of two random vectors has the "
    "variance d_k, so the deviation √d_k (Section 3.2.1, footnote 4).",
)
wrong(
    "scaled-by-keys",
    "np.sqrt(q.shape[-1])", "np.sqrt(k.shape[-2])",
    "The scores are divided by the root of the number of keys. d_k is the length of one key vector, the last axis of q and "
    "k (Section 3.2.1).",
)
wrong(
    "softmax-over-queries",
    "softmax(scores)\n", "np.swapaxes(softmax(np.swapaxes(scores, -1, -2)), -1, -2)\n",
    "The softmax runs over the queries. Each query shares out one unit of weight among the keys, so it runs over the last "
    "axis of the scores (Section 3.2.1, eq. (1)).",
)
wrong(
    "mask-after-softmax",
    "np.where(mask, scores, -np.inf)", "scores",
    "softmax(scores)\n", "softmax(scores) * (1 if mask is None else mask)\n",
    "The mask sets weights to 0 after the softmax, so the others no longer sum to 1. Set the forbidden scores to minus "
    "infinity before the softmax (Section 3.2.3).",
)
wrong(
    "mask-inverted",
    "np.where(mask, scores, -np.inf)", "np.where(mask, -np.inf, scores)",
    "The mask is read the wrong way round: True means that the query may look at the key. The queries see exactly what they "
    "should not (Section 3.2.3).",
)
wrong(
    "mask-ignored",
    "np.where(mask, scores, -np.inf)", "scores",
    "The mask is not used. Where it is False, the score must become minus infinity before the softmax (Section 3.2.3, "
    "Figure 2).",
)
wrong(
    "masked-to-zero",
    "scores, -np.inf)", "scores, 0.0)",
    "Forbidden scores are set to 0. A score of 0 still gets the weight exp(0) = 1 before the division; it takes minus "
    "infinity to get none (Section 3.2.3).",
)
wrong(
    "largest-of-all",
    "scores.max(axis=-1, keepdims=True)", "scores.max()",
    "The largest score of all queries is subtracted, not the largest of each row. A query whose scores all lie far below it "
    "then has only zeros after exp and gets no weights.",
)
wrong(
    "overflow",
    "np.exp(scores - top)", "np.exp(scores)",
    "Large scores overflow: exp of a thousand is infinite, and infinite by infinite is NaN. Subtract the largest score of "
    "each row before exp; the softmax stays the same.",
)
