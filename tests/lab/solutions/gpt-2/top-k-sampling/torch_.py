"""Sampling with PyTorch's topk and multinomial."""
import torch


def sample(logits, temperature, k, rng):
    """logits: (batch, vocabulary). Returns a tensor (batch,)."""
    generator = torch.Generator().manual_seed(int(rng.integers(2**62)))
    values, tokens = torch.topk(torch.as_tensor(logits) / temperature, k or logits.shape[-1])
    ranks = torch.multinomial(torch.softmax(values, dim=-1), 1, generator=generator)
    return tokens.gather(1, ranks)[:, 0]
