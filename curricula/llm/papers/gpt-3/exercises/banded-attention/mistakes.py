"""Well-known wrong bands."""
from __future__ import annotations

from study_lab import inherits, wrong

wrong(
    "one-too-many",
    "distance < window", "distance <= window",
    "The band holds window + 1 positions. With the position itself it holds `window`: from t - window + 1 to t.",
)
wrong(
    "two-sided",
    "causal & near if", "np.abs(distance) < window if",
    "The band reaches into the future. A banded layer is causal too.",
)
wrong(
    "blocks",
    "near = distance < window", "near = np.arange(time)[:, None] // window == np.arange(time) // window",
    "Positions see their own block only. A band moves along with the position, so neighbours across a border see each other.",
)
wrong(
    "strided",
    "near = distance < window", "near = distance % window == 0",
    "Positions see every window-th one before them. That is the strided pattern of the Sparse Transformer; GPT-3 names the local band "
    "(Section 2.1).",
)
wrong(
    "first-positions",
    "near = distance < window", "near = (np.arange(time) < window) | (distance == 0)",
    "All positions see the first `window` ones. The band lies before each position, not at the beginning.",
)
wrong(
    "every-layer",
    "layer % 2 == 1", "True",
    "Every layer is banded. Dense and banded layers alternate (Section 2.1).",
)
wrong(
    "no-layer",
    "layer % 2 == 1", "False",
    "Every layer is dense. Dense and banded layers alternate (Section 2.1).",
)
wrong(
    "layers-exchanged",
    "layer % 2 == 1", "layer % 2 == 0",
    "The even layers are banded. Here layer 0 is dense and layer 1 banded.",
)
wrong(
    "mask-after-softmax",
    "softmax(np.where(allowed, scores, -np.inf))", "softmax(scores) * allowed",
    "The mask sets weights to 0 after the softmax, so the others no longer sum to 1. Mask the scores.",
)
wrong(
    "no-scale",
    " / np.sqrt(q.shape[-1])", "",
    "The scores are not divided by the root of the size. GPT-Neo's code leaves it out; GPT-3 has GPT-2's attention.",
)
wrong(
    "zero-for-hidden",
    "np.where(allowed, scores, -np.inf)", "np.where(allowed, scores, 0.0)",
    "Hidden keys got the score 0, which is a score like any other. It must be minus infinity.",
)
wrong(
    "first-layer-dense",
    "layer % 2 == 1", "layer > 0",
    "All layers but the first are banded. Dense and banded layers alternate: layer 2 is dense again (Section 2.1).",
)
wrong(
    "no-maximum",
    "scores - scores.max(axis=-1, keepdims=True)", "scores",
    "The exponentials of large scores overflow. Subtract the largest score of each row first; the quotient stays the same.",
)
wrong(
    "one-maximum",
    "scores.max(axis=-1, keepdims=True)", "scores.max()",
    "The largest score of all rows is subtracted. In a row whose scores lie far below, all exponentials become 0; take each row's own.",
)
inherits("attention/multi-head", without=["masked-to-zero", "largest-of-all"])
wrong(
    "dense-layers-see-all",
    "if banded else causal", "if banded else np.ones_like(causal)",
    "In dense layers positions see the future. Dense layers are causal too.",
)
