"""Sampling by adding Gumbel noise to the kept logits and taking the largest."""
import numpy as np


def sample(logits, temperature, k, rng):
    """logits: (batch, vocabulary). Returns (batch,)."""
    count = k or logits.shape[-1]
    kept = np.argpartition(-logits, count - 1, axis=-1)[:, :count]  # (batch, count)
    noisy = np.take_along_axis(logits, kept, axis=-1) / temperature + rng.gumbel(size=kept.shape)
    return np.take_along_axis(kept, noisy.argmax(-1)[:, None], axis=-1)[:, 0]
