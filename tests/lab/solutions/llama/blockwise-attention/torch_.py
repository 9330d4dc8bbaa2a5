"""Attention block by block in PyTorch, float32."""
import torch


def attend(q, k, v, size):
    """q, k, v: (batch, heads, time, width). Returns output, logsumexp, running."""
    q, k, v = (torch.as_tensor(array, dtype=torch.float32) for array in (q, k, v))
    time, width = q.shape[2:]
    top = torch.full(q.shape[:3], -torch.inf)
    total, mixed, running = torch.zeros_like(top), torch.zeros_like(q), []
    hidden = torch.ones(time, time, dtype=torch.bool).triu(1)
    for keys, values, mask in zip(k.split(size, 2), v.split(size, 2), hidden.split(size, 1)):
        scores = (q @ keys.transpose(-1, -2) / width**0.5).masked_fill(mask, -torch.inf)
        higher = torch.maximum(top, scores.amax(-1))
        shrink, parts = (top - higher).exp(), (scores - higher[..., None]).exp()
        total = total * shrink + parts.sum(-1)
        mixed = mixed * shrink[..., None] + parts @ values
        top = higher
        running.append(top + total.log())
    return {"output": mixed / total[..., None], "logsumexp": running[-1], "running": torch.stack(running)}
