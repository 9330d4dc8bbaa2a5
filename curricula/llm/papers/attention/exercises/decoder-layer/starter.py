from __future__ import annotations

import numpy as np


def layer_norm(x: np.ndarray, gain: np.ndarray, bias: np.ndarray, epsilon: float = 1e-5) -> np.ndarray:
    """x: (..., d_model); gain, bias: (d_model,). Returns (..., d_model)."""
    mean = x.mean(axis=-1, keepdims=True)
    return gain * (x - mean) / np.sqrt(x.var(axis=-1, keepdims=True) + epsilon) + bias


def decoder_layer(
    y: np.ndarray,
    memory: np.ndarray,
    weights: dict[str, np.ndarray],
    heads: int,
    memory_mask: np.ndarray | None = None,
) -> np.ndarray:
    """One layer of the decoder, in evaluation (Sections 3.1 and 3.2.3, Figure 1).

    y: (batch, targets, d_model). memory: (batch, sources, d_model).
    weights: self_q, self_k, self_v, self_o and cross_q, cross_k, cross_v, cross_o (d_model, d_model);
      ffn_w_1 (d_model, d_ff), ffn_b_1 (d_ff,), ffn_w_2 (d_ff, d_model), ffn_b_2 (d_model,);
      self_gain, self_bias, cross_gain, cross_bias, ffn_gain, ffn_bias (d_model,).
    heads: number of heads.
    memory_mask: bool, (batch, sources); True for a real token, False for padding. None: all are real.
    Returns (batch, targets, d_model).
    """
    # TODO: bring your multi-head attention and your feed-forward network here
    # TODO: self-attention that does not see what comes later, add, normalize
    # TODO: cross-attention to the memory, add, normalize
    # TODO: feed-forward network, add, normalize
    raise NotImplementedError("decoder_layer: causal self-attention, cross-attention, feed-forward network")
