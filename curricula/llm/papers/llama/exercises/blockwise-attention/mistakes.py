"""Well-known wrong ways to attend block by block."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "no-rescale",
    "np.exp(top - new_top)", "np.ones_like(top)",
    "The old sums stay as they are when a larger score comes. They are relative to the old maximum: multiply them by e^(old - new).",
)
wrong(
    "only-the-total-shrinks",
    "mixed * shrink[..., None]", "mixed",
    "The sum of exponentials shrinks when a larger score comes, the sum of values does not. Both are relative to the maximum.",
)
wrong(
    "only-the-values-shrink",
    "total * shrink", "total",
    "The sum of values shrinks when a larger score comes, the sum of exponentials does not. Both are relative to the maximum.",
)
wrong(
    "shrinks-upside-down",
    "np.exp(top - new_top)", "np.where(np.isfinite(top), np.exp(new_top - top), 0.0)",
    "The old sums grow when a larger score comes. The factor is e^(old - new), which is at most 1.",
)
wrong(
    "no-maximum",
    "np.maximum(top, scores.max(axis=-1))", "np.zeros_like(total)",
    "The scores go through `exp` as they are. Scores of some hundreds overflow; subtract the largest one.",
)
wrong(
    "divides-in-each-block",
    "mixed * shrink[..., None] + parts @ values", "mixed + (parts @ values) / np.maximum(parts.sum(axis=-1), 1e-300)[..., None]",
    "output = mixed / total[..., None]", "output = mixed / (np.arange(time) // size + 1)[:, None]",
    "Each block was normalized by itself and the blocks averaged. Blocks weigh by their exponentials; divide once, at the end.",
)
wrong(
    "not-divided",
    "mixed / total[..., None]", "mixed",
    "The output was not divided by the sum of exponentials.",
)
wrong(
    "no-mask",
    "np.where(places <= np.arange(time)[:, None], scores, -np.inf)", "scores",
    "Queries see later keys. Attention is causal.",
)
wrong(
    "mask-between-blocks",
    "places <= np.arange(time)[:, None]", "start <= np.arange(time)[:, None]",
    "The mask hides whole blocks only. In the block of the query itself, later keys are hidden too.",
)
wrong(
    "mask-within-the-block",
    "places <= np.arange(time)[:, None]", "places - start <= np.arange(time)[:, None]",
    "The keys of each block count from 0 in the mask. They stand at `start` and behind.",
)
wrong(
    "itself-hidden",
    "places <= np.arange(time)[:, None]", "places < np.maximum(np.arange(time)[:, None], 1)",
    "A query does not see its own key. It sees all keys up to and with its own.",
)
wrong(
    "last-block-dropped",
    "range(0, time, size)", "range(0, max(time - size + 1, 1), size)",
    "The last block is left out where it is shorter than the others.",
)
wrong(
    "no-scale",
    " / np.sqrt(width)", "",
    "The scores are not divided by the root of the width.",
)
wrong(
    "logarithm-alone",
    '"logsumexp": top + np.log(total)', '"logsumexp": np.log(total)',
    "running.append(top + np.log(total))", "running.append(np.log(total))",
    "The log-sum-exp lacks the maximum. It was taken out of the exponentials, so it is added to the logarithm.",
)
wrong(
    "each-block-alone",
    "running.append(top + np.log(total))", "running.append(new_top + np.log(np.maximum(parts.sum(axis=-1), 1e-300)))",
    "`running` holds the log-sum-exp of each block by itself. It is over all keys seen so far.",
)
wrong(
    "finite-mask",
    "scores, -np.inf)", "scores, -1e3)",
    "Hidden scores are -1000. Where the others lie lower still the mask lets through: take minus infinity.",
)
