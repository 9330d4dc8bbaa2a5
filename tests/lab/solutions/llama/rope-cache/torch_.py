"""Attention with a cache in PyTorch, float32."""
import torch


def attend_cached(q, k, v, cache, theta):
    """q, k, v: (batch, heads, new, size). Returns (output, cache)."""
    q, k, v, cache = (torch.as_tensor(array, dtype=torch.float32) for array in (q, k, v, cache))
    past, new, size = cache.shape[3], q.shape[2], q.shape[3]
    angles = torch.outer(torch.arange(past, past + new).float(), theta ** (-torch.arange(0, size, 2) / size))
    angles = torch.cat([angles, angles], dim=-1)

    def turned(x):
        first, second = x.chunk(2, dim=-1)
        return x * angles.cos() + torch.cat([-second, first], dim=-1) * angles.sin()

    cache = torch.cat([cache, torch.stack([turned(k), v])], dim=3)
    scores = turned(q) @ cache[0].transpose(-1, -2) / size**0.5
    hidden = torch.ones(new, past + new, dtype=torch.bool).triu(past + 1)
    return scores.masked_fill(hidden, -torch.inf).softmax(dim=-1) @ cache[1], cache
