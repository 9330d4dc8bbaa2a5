from __future__ import annotations

import numpy as np


def encoder(x: np.ndarray, mask: np.ndarray, weights: dict[str, np.ndarray], heads: int) -> np.ndarray:
    """BERT's stack of Transformer layers (Section 3, Appendix A.2).

    x: (batch, length, hidden). mask: (batch, length), 1 for tokens, 0 for padding.
    weights: arrays whose first axis is the layer: query, key, value, output (layers, hidden, hidden) and <name>_bias
      (layers, hidden); attention_gain, attention_bias (layers, hidden); inner (layers, hidden, wide), inner_bias;
      outer (layers, wide, hidden), outer_bias; final_gain, final_bias (layers, hidden). Matrices act as x @ W + b.
    Returns (batch, length, hidden).
    """
    # TODO: GELU with erf, layer normalization, softmax
    # TODO: attention with heads and mask, feed-forward
    # TODO: the layers: sum, then normalization
    raise NotImplementedError("encoder: layers of attention and feed-forward, each normalized after its residual sum")
