from __future__ import annotations

import numpy as np


def pre_ln_block(x: np.ndarray, weights: dict[str, np.ndarray], heads: int) -> np.ndarray:
    """One block of GPT-2 (Section 2.3).

    x: (batch, time, width).
    weights: ln_1_gain, ln_1_bias, ln_2_gain, ln_2_bias (width,); qkv_weight (width, 3 * width), qkv_bias (3 * width,);
      out_weight (width, width), out_bias (width,); fc_weight (width, inner), fc_bias (inner,);
      proj_weight (inner, width), proj_bias (width,).
    heads: a divisor of width.
    Returns (batch, time, width).
    """
    # TODO: layer norm over the width
    # TODO: masked attention with heads
    # TODO: feed-forward with GELU (tanh form)
    # TODO: norm, sub-block, residual; twice
    raise NotImplementedError("pre_ln_block: norm at the input of each sub-block")
