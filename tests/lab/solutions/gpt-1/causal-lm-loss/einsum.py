"""The language modelling loss with one-hot targets and einsum, in float32."""
import numpy as np


def causal_lm_loss(logits, tokens, mask):
    """logits: (batch, time, vocabulary); tokens, mask: (batch, time). Returns a number of NumPy."""
    z = logits[:, :-1].astype(np.float32)
    targets = np.eye(logits.shape[-1], dtype=np.float32)[tokens[:, 1:]] * mask[:, 1:, None]
    top = z.max(-1, keepdims=True)
    normalizer = top + np.log(np.exp(z - top).sum(-1, keepdims=True))
    total = np.einsum("btv,btv->", targets, normalizer - z)
    return total / np.maximum(targets.sum(), np.float32(1))
