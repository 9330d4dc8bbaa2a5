from __future__ import annotations

import numpy as np


def layer_norm(x: np.ndarray, gain: np.ndarray, bias: np.ndarray, epsilon: float = 1e-5) -> np.ndarray:
    """x: (..., d_model); gain, bias: (d_model,). Returns (..., d_model)."""
    mean = x.mean(axis=-1, keepdims=True)
    return gain * (x - mean) / np.sqrt(x.var(axis=-1, keepdims=True) + epsilon) + bias


def encoder_layer(
    x: np.ndarray, weights: dict[str, np.ndarray], heads: int, mask: np.ndarray | None = None
) -> np.ndarray:
    """One layer of the encoder, in evaluation (Section 3.1, Figure 1).

    x: (batch, tokens, d_model).
    weights: self_q, self_k, self_v, self_o (d_model, d_model); self_gain, self_bias (d_model,);
      ffn_w_1 (d_model, d_ff), ffn_b_1 (d_ff,), ffn_w_2 (d_ff, d_model), ffn_b_2 (d_model,); ffn_gain, ffn_bias (d_model,).
    heads: number of heads.
    mask: bool, (batch, tokens); True for a real token, False for padding. None: all are real.
    Returns (batch, tokens, d_model).
    """
    # TODO: bring your multi-head attention and your feed-forward network here
    # TODO: self-attention, add, normalize
    # TODO: feed-forward network, add, normalize
    raise NotImplementedError("encoder_layer: two sub-layers, each with a residual connection and a normalization")
