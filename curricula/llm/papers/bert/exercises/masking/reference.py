"""Choosing and hiding tokens for the masked language model (Section 3.1, Appendix A.1)."""
from __future__ import annotations

import numpy as np


def mask_tokens(
    token_ids: np.ndarray,
    special_ids: np.ndarray,
    mask_id: int,
    vocabulary_size: int,
    rng: np.random.Generator,
    rate: float = 0.15,
) -> tuple[np.ndarray, np.ndarray]:
    """token_ids: (batch, length); special_ids: (specials,). Returns inputs and chosen, both (batch, length)."""
    ordinary = ~np.isin(token_ids, special_ids)
    chosen = ordinary & (rng.random(token_ids.shape) < rate)

    # One draw settles what happens to a chosen position: 80 % mask, 10 % random, the rest stays.
    fate = rng.random(token_ids.shape)
    random_tokens = rng.integers(vocabulary_size, size=token_ids.shape)
    inputs = np.where(chosen & (fate < 0.8), mask_id, token_ids)
    inputs = np.where(chosen & (fate >= 0.8) & (fate < 0.9), random_tokens, inputs)
    return inputs, chosen
