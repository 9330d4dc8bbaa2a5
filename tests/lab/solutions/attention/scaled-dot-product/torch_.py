"""Scaled dot-product attention with PyTorch's softmax, in float32."""
import math

import torch


def attention(q, k, v, mask=None):
    """q: (..., queries, d_k); k: (..., keys, d_k); v: (..., keys, d_v). Returns tensors (output, weights)."""
    q, k, v = (torch.as_tensor(array, dtype=torch.float32) for array in (q, k, v))
    scores = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
    if mask is not None:
        scores = scores.masked_fill(~torch.as_tensor(mask), -math.inf)
    # The softmax of a row of -inf is NaN.
    weights = torch.nan_to_num(torch.softmax(scores, dim=-1))
    return weights @ v, weights
