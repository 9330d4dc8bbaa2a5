"""Well-known wrong ways to draw the initial weights of GPT-2."""
from __future__ import annotations

import numpy as np
from reference import initialize
from study_lab import mistake

RESIDUAL = ("out_weight", "proj_weight")


def changed(sizes, change_block=None, change_rest=None):
    """Right weights for (vocabulary, context, width, layers, rng), changed by block (weights, index) and as a whole."""
    weights = initialize(*sizes)
    if change_block:
        for index, block in enumerate(weights["blocks"]):
            block.update(change_block(block, index))
    if change_rest:
        weights.update(change_rest(weights))
    return weights


def rescaled(factor):
    """A change that multiplies both residual matrices by factor(index of the block)."""
    return lambda block, index: {name: block[name] * factor(index) for name in RESIDUAL}


@mistake(
    "not-scaled",
    "The residual layers have the same deviation as all others. Their weights are scaled by 1 / sqrt(N) (Section 2.3).",
)
def not_scaled(vocabulary, context, width, layers, rng):
    return changed((vocabulary, context, width, layers, rng), rescaled(lambda _: np.sqrt(2 * layers)))


@mistake(
    "no-root",
    "The residual layers are scaled by 1 / N. Variances add up, not deviations, so the factor is 1 / sqrt(N) (Section 2.3).",
)
def no_root(vocabulary, context, width, layers, rng):
    return changed((vocabulary, context, width, layers, rng), rescaled(lambda _: 1 / np.sqrt(2 * layers)))


@mistake(
    "blocks-counted",
    "N is the number of blocks. It is the number of residual layers, and each block has two: attention and feed-forward "
    "(Section 2.3).",
)
def blocks_counted(vocabulary, context, width, layers, rng):
    return changed((vocabulary, context, width, layers, rng), rescaled(lambda _: np.sqrt(2)))


@mistake(
    "by-position",
    "Each block is scaled by its own depth. All residual layers get the same factor, from the number of residual layers in the "
    "whole model (Section 2.3).",
)
def by_position(vocabulary, context, width, layers, rng):
    return changed((vocabulary, context, width, layers, rng), rescaled(lambda index: np.sqrt(layers / (index + 1))))


@mistake(
    "everything-scaled",
    "All matrices of a block are scaled. Only those whose result is added to the residual stream are: out_weight and proj_weight "
    "(Section 2.3).",
)
def everything_scaled(vocabulary, context, width, layers, rng):
    def change(block, index):
        return {name: block[name] / np.sqrt(2 * layers) for name in ("qkv_weight", "fc_weight")}

    return changed((vocabulary, context, width, layers, rng), change)


@mistake(
    "attention-alone",
    "The feed-forward is not scaled. It writes to the residual stream as the attention does: scale proj_weight too (Section 2.3).",
)
def attention_alone(vocabulary, context, width, layers, rng):
    return changed(
        (vocabulary, context, width, layers, rng),
        lambda block, index: {"proj_weight": block["proj_weight"] * np.sqrt(2 * layers)},
    )


@mistake(
    "variance-for-deviation",
    "0.02 was taken as the variance. It is the deviation of the normal distribution (GPT-1, Section 4.1).",
)
def variance_for_deviation(vocabulary, context, width, layers, rng):
    factor = 1 / np.sqrt(0.02)

    def grow(weights):
        return {name: value * factor for name, value in weights.items() if name.endswith(("weight", "embedding"))}

    return changed((vocabulary, context, width, layers, rng), lambda block, index: grow(block), grow)


@mistake(
    "uniform",
    "The values are spread evenly between -0.02 and 0.02. They come from a normal distribution with deviation 0.02 (GPT-1, "
    "Section 4.1).",
)
def uniform(vocabulary, context, width, layers, rng):
    def even(weights):
        return {
            name: rng.uniform(-0.02, 0.02, size=value.shape) / (np.sqrt(2 * layers) if name in RESIDUAL else 1)
            for name, value in weights.items()
            if name.endswith(("weight", "embedding"))
        }

    return changed((vocabulary, context, width, layers, rng), lambda block, index: even(block), even)


@mistake(
    "fan-in",
    "The deviation follows the number of inputs of each matrix, as Xavier or Kaiming initialization has it. GPT-2 uses 0.02 "
    "everywhere and scales the residual layers alone.",
)
def fan_in(vocabulary, context, width, layers, rng):
    def change(block, index):
        return {n: block[n] / block[n].std() / np.sqrt(len(block[n])) for n in block if n.endswith("weight")}

    return changed((vocabulary, context, width, layers, rng), change)


@mistake(
    "biases-drawn",
    "The biases are random. They start at 0; only matrices and embeddings are drawn.",
)
def biases_drawn(vocabulary, context, width, layers, rng):
    def change(block, index):
        names = ("qkv_bias", "out_bias", "fc_bias", "proj_bias")
        return {name: rng.normal(0, 0.02, size=block[name].shape) for name in names}

    return changed((vocabulary, context, width, layers, rng), change)


@mistake(
    "feed-forward-alone",
    "The attention is not scaled. It writes to the residual stream as the feed-forward does: scale out_weight too (Section 2.3).",
)
def feed_forward_alone(vocabulary, context, width, layers, rng):
    return changed(
        (vocabulary, context, width, layers, rng),
        lambda block, index: {"out_weight": block["out_weight"] * np.sqrt(2 * layers)},
    )


@mistake(
    "positions-halved",
    "The position embedding has deviation 0.01, as in the released model.py. GPT-1 gives one deviation for all weights, 0.02 "
    "(Section 4.1), and the exercise follows the papers.",
)
def positions_halved(vocabulary, context, width, layers, rng):
    return changed(
        (vocabulary, context, width, layers, rng),
        change_rest=lambda weights: {"position_embedding": weights["position_embedding"] / 2},
    )


@mistake(
    "truncated",
    "Values beyond two deviations are drawn again, as BERT does it. Here the normal distribution is whole (GPT-1, Section 4.1).",
)
def truncated(vocabulary, context, width, layers, rng):
    def redraw(weights):
        drawn = {}
        for name, value in weights.items():
            if name.endswith(("weight", "embedding")):
                deviation = 0.02 / np.sqrt(2 * layers) if name in RESIDUAL else 0.02
                drawn[name] = value.copy()
                while (far := np.abs(drawn[name]) > 2 * deviation).any():
                    drawn[name][far] = rng.normal(0, deviation, size=far.sum())
        return drawn

    return changed((vocabulary, context, width, layers, rng), lambda block, index: redraw(block), redraw)
