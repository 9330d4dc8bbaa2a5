from __future__ import annotations

import numpy as np


def decoder_block(x: np.ndarray, weights: dict[str, np.ndarray], heads: int) -> np.ndarray:
    """One block of GPT-1 (Section 3.1, eq. (2)).

    x: (batch, time, width).
    weights: qkv_weight (width, 3 * width), qkv_bias (3 * width,); out_weight (width, width), out_bias (width,);
      ln_1_gain, ln_1_bias, ln_2_gain, ln_2_bias (width,); fc_weight (width, inner), fc_bias (inner,);
      proj_weight (inner, width), proj_bias (width,).
    heads: a divisor of width.
    Returns (batch, time, width).
    """
    # TODO: masked attention with heads
    # TODO: feed-forward with GELU (tanh form)
    # TODO: sub-block, residual, norm; twice
    raise NotImplementedError("decoder_block: norm after each residual sum")
