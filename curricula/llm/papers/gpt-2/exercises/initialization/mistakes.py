"""Well-known wrong ways to draw the initial weights of GPT-2."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "not-scaled",
    "DEVIATION / np.sqrt(residual_layers)", "DEVIATION",
    "The residual layers have the same deviation as all others. Their weights are scaled by 1 / sqrt(N) (Section 2.3).",
)
wrong(
    "no-root",
    "DEVIATION / np.sqrt(residual_layers)", "DEVIATION / residual_layers",
    "The residual layers are scaled by 1 / N. Variances add up, not deviations, so the factor is 1 / sqrt(N) (Section 2.3).",
)
wrong(
    "blocks-counted",
    "residual_layers = 2 * layers", "residual_layers = layers",
    "N is the number of blocks. It is the number of residual layers, and each block has two: attention and feed-forward "
    "(Section 2.3).",
)
wrong(
    "by-position",
    "initialize_block(width, residual_deviation, rng) for _ in", "initialize_block(width, DEVIATION / np.sqrt(2 * (index + 1)), rng) for index in",
    "Each block is scaled by its own depth. All residual layers get the same factor, from the number of residual layers in the "
    "whole model (Section 2.3).",
)
wrong(
    "everything-scaled",
    "normal(DEVIATION, (width, 3 * width)", "normal(residual_deviation, (width, 3 * width)",
    "normal(DEVIATION, (width, inner)", "normal(residual_deviation, (width, inner)",
    "All matrices of a block are scaled. Only those whose result is added to the residual stream are: out_weight and proj_weight "
    "(Section 2.3).",
)
wrong(
    "attention-alone",
    "normal(residual_deviation, (inner, width)", "normal(DEVIATION, (inner, width)",
    "The feed-forward is not scaled. It writes to the residual stream as the attention does: scale proj_weight too (Section 2.3).",
)
wrong(
    "variance-for-deviation",
    "DEVIATION = 0.02", "DEVIATION = np.sqrt(0.02)",
    "0.02 was taken as the variance. It is the deviation of the normal distribution (GPT-1, Section 4.1).",
)
wrong(
    "uniform",
    "rng.normal(0, deviation, size=shape)", "rng.uniform(-deviation, deviation, size=shape)",
    "The values are spread evenly between -0.02 and 0.02. They come from a normal distribution with deviation 0.02 (GPT-1, "
    "Section 4.1).",
)
wrong(
    "fan-in",
    "normal(DEVIATION, (width, 3 * width)", "normal(1 / np.sqrt(width), (width, 3 * width)",
    "normal(residual_deviation, (width, width)", "normal(1 / np.sqrt(width), (width, width)",
    "normal(DEVIATION, (width, inner)", "normal(1 / np.sqrt(width), (width, inner)",
    "normal(residual_deviation, (inner, width)", "normal(1 / np.sqrt(inner), (inner, width)",
    "The deviation follows the number of inputs of each matrix, as Xavier or Kaiming initialization has it. GPT-2 uses 0.02 "
    "everywhere and scales the residual layers alone.",
)
wrong(
    "biases-drawn",
    "\"qkv_bias\": np.zeros(3 * width)", "\"qkv_bias\": normal(DEVIATION, (3 * width,), rng)",
    "\"out_bias\": np.zeros(width)", "\"out_bias\": normal(DEVIATION, (width,), rng)",
    "\"fc_bias\": np.zeros(inner)", "\"fc_bias\": normal(DEVIATION, (inner,), rng)",
    "\"proj_bias\": np.zeros(width)", "\"proj_bias\": normal(DEVIATION, (width,), rng)",
    "The biases are random. They start at 0; only matrices and embeddings are drawn.",
)
wrong(
    "feed-forward-alone",
    "normal(residual_deviation, (width, width)", "normal(DEVIATION, (width, width)",
    "The attention is not scaled. It writes to the residual stream as the feed-forward does: scale out_weight too (Section 2.3).",
)
wrong(
    "positions-halved",
    "\"position_embedding\": normal(DEVIATION", "\"position_embedding\": normal(DEVIATION / 2",
    "The position embedding has deviation 0.01, as in the released model.py. GPT-1 gives one deviation for all weights, 0.02 "
    "(Section 4.1), and the exercise follows the papers.",
)
wrong(
    "truncated",
    "return rng.normal(0, deviation, size=shape)", "drawn = rng.normal(0, deviation, size=shape)\n    while (far := np.abs(drawn) > 2 * deviation).any():\n        drawn[far] = rng.normal(0, deviation, size=far.sum())\n    return drawn",
    "Values beyond two deviations are drawn again, as BERT does it. Here the normal distribution is whole (GPT-1, Section 4.1).",
)
