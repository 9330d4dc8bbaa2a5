"""Attention with shared keys and values in PyTorch, with repeat_interleave."""
import torch


def attend(x, wq, wk, wv, wo, heads, kv_heads):
    """x: (batch, time, width). Returns tensors: output and cache."""
    x, wq, wk, wv, wo = (torch.as_tensor(value) for value in (x, wq, wk, wv, wo))
    q = (x @ wq).unflatten(-1, (heads, -1)).transpose(1, 2)
    k, v = ((x @ weight).unflatten(-1, (kv_heads, -1)).transpose(1, 2) for weight in (wk, wv))
    many = heads // kv_heads
    scores = q @ k.repeat_interleave(many, dim=1).mT * q.shape[-1] ** -0.5
    future = torch.ones(x.shape[1], x.shape[1], dtype=torch.bool).triu(1)
    weights = scores.masked_fill(future, -torch.inf).softmax(dim=-1)
    output = (weights @ v.repeat_interleave(many, dim=1)).transpose(1, 2).flatten(2) @ wo
    return output, torch.stack([k, v])
