from __future__ import annotations

import numpy as np


def initialize(vocabulary: int, context: int, width: int, layers: int, rng: np.random.Generator) -> dict:
    """Initial weights of GPT-2 (Section 2.3).

    vocabulary, context, width, layers: sizes. rng: the source of all randomness.
    Returns a dict: token_embedding (vocabulary, width), position_embedding (context, width), ln_f_gain and ln_f_bias (width,),
    and blocks, a list of dicts with ln_1_gain, ln_1_bias, ln_2_gain, ln_2_bias (width,); qkv_weight (width, 3 * width),
    qkv_bias (3 * width,); out_weight (width, width), out_bias (width,); fc_weight (width, 4 * width), fc_bias (4 * width,);
    proj_weight (4 * width, width), proj_bias (width,).
    """
    # TODO: normal values with deviation 0.02; residual layers scaled by 1 / sqrt(N)
    raise NotImplementedError("initialize: normal weights, residual layers scaled by the depth")
