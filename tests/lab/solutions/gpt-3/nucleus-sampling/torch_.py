"""Nucleus sampling with torch.sort and torch.multinomial."""
import torch


def sample(logits, temperature, p, rng):
    """logits: (batch, vocabulary). Returns ids (batch,)."""
    generator = torch.Generator().manual_seed(int(rng.integers(2**31)))
    shares = torch.softmax(torch.as_tensor(logits, dtype=torch.float32) / temperature, dim=-1)
    ordered, order = shares.sort(dim=-1, descending=True)
    ordered = ordered.masked_fill(ordered.cumsum(dim=-1) - ordered >= p, 0.0)
    places = torch.multinomial(ordered, 1, generator=generator)
    return order.gather(-1, places)[:, 0]
