"""Well-known wrong preference labels."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "ratio-of-logs",
    "weights[..., 0] / weights.sum(axis=-1)", "logps[..., 0] / logps.sum(axis=-1)",
    "The log probabilities themselves are normalized. They are negative, so the likelier answer gets the smaller share: take "
    "exponentials first.",
)
wrong(
    "not-normalized",
    "weights[..., 0] / weights.sum(axis=-1)", "np.exp(logps[..., 0])",
    "The label is the probability of saying (A), which the probability of other words makes small. Divide by the sum of both answers' "
    "(Section 4.1).",
)
wrong(
    "hard",
    "weights[..., 0] / weights.sum(axis=-1)", "0.5 + 0.5 * np.sign(logps[..., 0] - logps[..., 1])",
    "The labels are 0 or 1. The paper uses the normalized probabilities as targets, since these are well calibrated (Section 4.1).",
)
wrong(
    "label-of-b",
    "weights[..., 0] / weights", "weights[..., 1] / weights",
    "The label is the probability of (B). It is that of (A), the first of the two.",
)
wrong(
    "clamp-before",
    "weights = np.exp(shifted)", "weights = np.clip(np.exp(logps), 0.4, 0.6)",
    "The probabilities are clamped before they are normalized. The clamp is for the finished label.",
)
wrong(
    "clamp-always",
    "        return first\n", "        return np.clip(first, 0.4, 0.6)\n",
    "Labels without a chain are clamped too. Those are well calibrated and used as they are (Section 4.3).",
)
wrong(
    "no-clamp",
    "return np.clip(first, 0.4, 0.6)", "return first",
    "Labels after a chain of thought are not clamped. They are nearly 0 or 1; the paper clamps them to 0.4 and 0.6 (Section 4.3).",
)
wrong(
    "clamp-from-below-only",
    "np.clip(first, 0.4, 0.6)", "np.minimum(first, 0.6)",
    "The clamp has no lower limit. It goes from 0.4 to 0.6.",
)
wrong(
    "squeezed",
    "np.clip(first, 0.4, 0.6)", "0.4 + 0.2 * first",
    "The labels are squeezed into 0.4 to 0.6. Clamping leaves what lies between as it is and moves only what lies outside.",
)
wrong(
    "clamp-average",
    "return chances.mean(axis=1)", "return np.clip(chances.mean(axis=1), 0.4, 0.6)",
    "The average over the chains is clamped. The paper clamps a single chain's label; the average of Section 2 is used as it is.",
)
wrong(
    "average-of-clamped",
    "return chances.mean(axis=1)", "return np.clip(chances, 0.4, 0.6).mean(axis=1)",
    "Each chain's probability is clamped before the average. The average of Section 2 takes the probabilities as they are.",
)
wrong(
    "log-average",
    "return chances.mean(axis=1)", "means = logps.mean(axis=1)\n    return 1.0 / (1.0 + np.exp(means[:, 1] - means[:, 0]))",
    "The log probabilities are averaged over the chains. The paper averages the probabilities after each chain (Section 2).",
)
wrong(
    "vote",
    "return chances.mean(axis=1)", "return (chances > 0.5).mean(axis=1)",
    "The chains vote. The paper averages their probabilities, so that an unsure chain counts as unsure.",
)
wrong(
    "chains-in-one-softmax",
    "return chances.mean(axis=1)", "weights = np.exp(logps - logps.max(axis=(1, 2), keepdims=True))\n    return weights[..., 0].sum(axis=1) / weights.sum(axis=(1, 2))",
    "The probabilities are added over the chains and normalized once. Normalize after each chain, then average.",
)
wrong(
    "chain-uses-all",
    "return np.clip(first, 0.4, 0.6)", "return np.clip(chances.mean(axis=1), 0.4, 0.6)",
    "The mode \"chain\" averages over all chains. Training labels come from one chain.",
)
wrong(
    "overflow",
    "shifted = logps - logps.max(axis=-1, keepdims=True)", "shifted = logps",
    "Both exponentials are 0 where the log probabilities are very low, and 0 / 0 is no number. Subtract the larger one first.",
)
wrong(
    "one-maximum",
    "logps.max(axis=-1, keepdims=True)", "logps.max()",
    "The largest log probability of all is subtracted. Where a pair lies far below it both exponentials are 0: take each pair's own.",
)
wrong(
    "small-number",
    "shifted = logps - logps.max(axis=-1, keepdims=True)", "shifted = np.log(np.exp(logps) + 1e-9)",
    "A small number was added to both probabilities, so very unlikely answers come out even. Subtract the larger log probability first.",
)
wrong(
    "five-chains",
    "return chances.mean(axis=1)", "return chances[:, :5].mean(axis=1)",
    "Five chains were averaged. The paper samples five (Section 2); here all that are given count.",
)
wrong(
    "divided-by-five",
    "return chances.mean(axis=1)", "return chances.sum(axis=1) / 5.0",
    "The sum over the chains was divided by five. Divide by the number of chains that are given.",
)
wrong(
    "normalized-over-the-chains",
    "weights.sum(axis=-1)", "weights[..., 0].sum(axis=1, keepdims=True)",
    "The probability of (A) was divided by its sum over the chains. Divide by the sum of both answers' after the same chain.",
)
wrong(
    "median",
    "return chances.mean(axis=1)", "return np.median(chances, axis=1)",
    "The median over the chains was taken. The paper averages their probabilities (Section 2).",
)
wrong(
    "average-of-the-first",
    "return chances.mean(axis=1)", "return first",
    "In the mode \"average\" the first chain alone counts. It is the mean over all chains.",
)
wrong(
    "average-of-the-last",
    "return chances.mean(axis=1)", "return chances[:, -1]",
    "In the mode \"average\" the last chain alone counts. It is the mean over all chains.",
)
wrong(
    "soft-average",
    "        return first\n", "        return chances.mean(axis=1)\n",
    "In the mode \"soft\" all entries of the axis of chains are averaged. No chain was used, so the first entry alone counts.",
)
wrong(
    "last-chain",
    "first = chances[:, 0]", "first = chances[:, -1]",
    "The last chain is taken where the first one counts.",
)
wrong(
    "clamp-as-a-threshold",
    "np.clip(first, 0.4, 0.6)", "np.where(first > 0.5, 0.6, 0.4)",
    "Each label became 0.4 or 0.6. Clamping leaves what lies between as it is and moves only what lies outside.",
)
wrong(
    "clamp-from-above-only",
    "np.clip(first, 0.4, 0.6)", "np.maximum(first, 0.4)",
    "The clamp has no upper limit. It goes from 0.4 to 0.6.",
)
