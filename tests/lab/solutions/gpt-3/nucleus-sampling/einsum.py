"""Nucleus sampling by the Gumbel trick: the highest of the noisy logits among the kept tokens."""
import numpy as np


def sample(logits, temperature, p, rng):
    """logits: (batch, vocabulary). Returns ids (batch,)."""
    scaled = (logits - logits.max(axis=1, keepdims=True)) / temperature
    shares = np.exp(scaled)
    shares /= np.einsum("bv->b", shares)[:, None]
    likelier = np.einsum("bv,bvw->bw", shares, (shares[:, :, None] > shares[:, None, :]).astype(float))
    noisy = scaled + rng.gumbel(size=logits.shape)
    return np.where(likelier < p, noisy, -np.inf).argmax(axis=1)
