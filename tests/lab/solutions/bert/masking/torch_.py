"""Masking with PyTorch, in the way of the usual data collators; the second draw halves what the first one left."""
import torch


def mask_tokens(token_ids, special_ids, mask_id, vocabulary_size, rng, rate=0.15):
    """token_ids: (batch, length). Returns tensors inputs and chosen, both (batch, length)."""
    generator = torch.Generator().manual_seed(int(rng.integers(2**63)))
    inputs = torch.tensor(token_ids)
    chances = torch.full(inputs.shape, float(rate))
    for special in special_ids:
        chances[inputs == int(special)] = 0.0
    chosen = torch.bernoulli(chances, generator=generator).bool()
    hidden = torch.bernoulli(torch.full(inputs.shape, 0.8), generator=generator).bool() & chosen
    half = torch.bernoulli(torch.full(inputs.shape, 0.5), generator=generator).bool() & chosen & ~hidden
    tokens = torch.randint(vocabulary_size, inputs.shape, generator=generator)
    inputs[hidden] = mask_id
    inputs[half] = tokens[half]
    return inputs, chosen
