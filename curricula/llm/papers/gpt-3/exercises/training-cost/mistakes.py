"""Well-known ways to miscount a model and its training."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "forward-only",
    "6.0 * parameters", "2.0 * parameters",
    "2 FLOPs were counted for each parameter and token. That is the forward pass; the backward pass costs twice as much again "
    "(Appendix D).",
)
wrong(
    "backward-once",
    "6.0 * parameters", "4.0 * parameters",
    "The backward pass was counted like the forward pass. It has two matrix products for each one forward: the gradients of the "
    "inputs and of the weights. So the factor is 3 · 2 (Appendix D).",
)
wrong(
    "no-add",
    "6.0 * parameters", "3.0 * parameters",
    "A weight was counted as one FLOP. It takes a multiplication and an addition (Appendix D).",
)
wrong(
    "without-embeddings",
    "6.0 * parameters", "6.0 * block_weights",
    "The FLOPs come from the block weights alone, as in the scaling laws paper. Table D.1 multiplies all parameters.",
)
wrong(
    "untied",
    "embeddings + blocks + last_norm", "embeddings + blocks + last_norm + vocabulary * width",
    "The output matrix was counted beside the token embedding. It is the same matrix, as in GPT-2.",
)
wrong(
    "one-feed-forward-matrix",
    "2 * width * 4 * width", "width * 4 * width",
    "One matrix of the feed-forward network was counted. There are two, d to 4d and 4d back to d: 8d² weights.",
)
wrong(
    "no-output-projection",
    "4 * width * width\n", "3 * width * width\n",
    "Attention was given three matrices. The fourth one joins the heads.",
)
wrong(
    "hours",
    "(1e15 * 24 * 3600)", "(1e15 * 3600)",
    "A petaflop/s-day was taken as an hour. A day has 86,400 seconds, so it is 8.64e19 operations.",
)
wrong(
    "petaflops",
    "flops / (1e15 * 24 * 3600)", "flops / 1e15",
    "The FLOPs were divided by 10^15 alone. A petaflop/s-day is that many operations in each second of a day: 8.64e19.",
)
wrong(
    "no-biases",
    "4 * width + 5 * width", "0",
    "The matrices have no biases in this count. Each has one for every output: 4d in attention, 4d + d in the feed-forward network.",
)
wrong(
    "equal-biases",
    "4 * width + 5 * width", "4 * width + 2 * width",
    "Each block has 3d parameters too few, as where the biases of the feed-forward network are counted as 2d. Its hidden layer has 4d outputs, "
    "so they are 4d + d.",
)
wrong(
    "no-norms",
    "norms = 2 * 2 * width", "norms = 0",
    "last_norm = 2 * width", "last_norm = 0",
    "The layer norms have no parameters in this count. Each has a gain and a bias for each of d features.",
)
wrong(
    "no-last-norm",
    "last_norm = 2 * width", "last_norm = 0",
    "The layer norm behind the last block is missing. GPT-2 has it, and GPT-3 with it (Section 2.1).",
)
wrong(
    "no-positions",
    "(vocabulary + context)", "vocabulary",
    "The position embeddings are missing: one vector of width d for each position of the context.",
)
wrong(
    "weights-with-biases",
    '"block_weights": block_weights,', '"block_weights": block_weights + layers * biases,',
    "The block weights hold the biases too. They are the entries of the matrices alone.",
)
