"""Initial weights of GPT-2, residual layers scaled by the depth (Section 2.3)."""
from __future__ import annotations

import numpy as np

DEVIATION = 0.02


def normal(deviation: float, shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    """Normal numbers around 0."""
    return rng.normal(0, deviation, size=shape)


def initialize_block(width: int, residual_deviation: float, rng: np.random.Generator) -> dict[str, np.ndarray]:
    """The weights of one block; residual_deviation is for the two matrices that write to the residual stream."""
    inner = 4 * width
    return {
        "ln_1_gain": np.ones(width),
        "ln_1_bias": np.zeros(width),
        "qkv_weight": normal(DEVIATION, (width, 3 * width), rng),
        "qkv_bias": np.zeros(3 * width),
        "out_weight": normal(residual_deviation, (width, width), rng),
        "out_bias": np.zeros(width),
        "ln_2_gain": np.ones(width),
        "ln_2_bias": np.zeros(width),
        "fc_weight": normal(DEVIATION, (width, inner), rng),
        "fc_bias": np.zeros(inner),
        "proj_weight": normal(residual_deviation, (inner, width), rng),
        "proj_bias": np.zeros(width),
    }


def initialize(vocabulary: int, context: int, width: int, layers: int, rng: np.random.Generator) -> dict:
    """Returns embeddings (vocabulary, width) and (context, width), the blocks, and the last norm (width,)."""
    residual_layers = 2 * layers  # attention and feed-forward of each block
    residual_deviation = DEVIATION / np.sqrt(residual_layers)
    return {
        "token_embedding": normal(DEVIATION, (vocabulary, width), rng),
        "position_embedding": normal(DEVIATION, (context, width), rng),
        "blocks": [initialize_block(width, residual_deviation, rng) for _ in range(layers)],
        "ln_f_gain": np.ones(width),
        "ln_f_bias": np.zeros(width),
    }
