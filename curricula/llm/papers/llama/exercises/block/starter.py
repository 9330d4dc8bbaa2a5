from __future__ import annotations

import numpy as np


def block(x: np.ndarray, weights: dict[str, np.ndarray], heads: int, theta: float) -> np.ndarray:
    """A block of LLaMA (Section 2.2).

    x: (batch, time, width). weights: attention_norm, feed_forward_norm (width,); query, key, value, output
    (width, width); gate, up (width, inner); down (inner, width). Returns the shape of x.
    """
    # TODO: RMSNorm, heads, rotary embeddings, causal attention, back into the stream
    # TODO: RMSNorm, SwiGLU, back into the stream
    raise NotImplementedError("block: attention and SwiGLU, each on a normalized copy of the stream")
