"""Masking with an exact share in each sequence: random ranks among its ordinary tokens decide."""
import numpy as np


def mask_tokens(token_ids, special_ids, mask_id, vocabulary_size, rng, rate=0.15):
    """token_ids: (batch, length). Returns inputs and chosen, both (batch, length)."""
    special = (token_ids[..., None] == special_ids).any(axis=-1)
    ranks = (rng.random(token_ids.shape) + special).argsort(axis=1).argsort(axis=1)
    wanted = np.rint(rate * (~special).sum(axis=1, keepdims=True))
    chosen = (ranks < wanted) & ~special
    kind = rng.choice(3, size=token_ids.shape, p=[0.8, 0.1, 0.1])
    options = np.stack([np.full_like(token_ids, mask_id), rng.integers(0, vocabulary_size, token_ids.shape), token_ids])
    picked = np.einsum("kni,nik->ni", options, np.eye(3, dtype=np.int64)[kind])
    return np.where(chosen, picked, token_ids), chosen
