"""Masking token by token, with a number drawn for each decision."""
import numpy as np


def mask_tokens(token_ids, special_ids, mask_id, vocabulary_size, rng, rate=0.15):
    """token_ids: (batch, length). Returns inputs and chosen, both (batch, length)."""
    special = {int(token) for token in special_ids}
    inputs, chosen = token_ids.copy(), np.zeros(token_ids.shape, dtype=bool)
    for place, token in np.ndenumerate(token_ids):
        if int(token) in special or rng.random() >= rate:
            continue
        chosen[place] = True
        if rng.random() < 0.8:
            inputs[place] = mask_id
        elif rng.random() < 0.5:
            inputs[place] = rng.integers(vocabulary_size)
    return inputs, chosen
