from __future__ import annotations

import numpy as np


def forward_cached(tokens: np.ndarray, cache: np.ndarray, weights: dict, heads: int) -> tuple[np.ndarray, np.ndarray]:
    """GPT-2 on new tokens, with keys and values of the earlier ones from a cache (Section 2.3; model.py's past).

    tokens: (batch, new), integers. cache: (layers, 2, batch, heads, past, width / heads), keys and values; past may be 0.
    weights: token_embedding (vocabulary, width), position_embedding (context, width), ln_f_gain, ln_f_bias (width,), and blocks,
      a list of dicts with ln_1_gain, ln_1_bias, ln_2_gain, ln_2_bias (width,); qkv_weight (width, 3 * width), qkv_bias;
      out_weight (width, width), out_bias; fc_weight (width, inner), fc_bias; proj_weight (inner, width), proj_bias.
    Returns (logits, cache): (batch, new, vocabulary) and (layers, 2, batch, heads, past + new, width / heads).
    """
    # TODO: positions that go on where the cache ends
    # TODO: in each block, cached keys and values before the new ones; which keys may a new token see?
    # TODO: last norm, logits with the tied embedding, the new cache
    raise NotImplementedError("forward_cached: logits of the new tokens and the longer cache")
