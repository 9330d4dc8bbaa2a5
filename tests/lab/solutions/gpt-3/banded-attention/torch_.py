"""Dense or banded attention in PyTorch, float32."""
import torch


def attend(q, k, v, layer, window):
    """q, k, v: (batch, heads, time, size). Returns the shape of v."""
    q, k, v = (torch.as_tensor(array, dtype=torch.float32) for array in (q, k, v))
    at = torch.arange(q.shape[2])
    hidden = at > at[:, None]
    if layer % 2 == 1:
        hidden = hidden | (at <= at[:, None] - window)
    scores = (q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5).masked_fill(hidden, -torch.inf)
    return scores.softmax(dim=-1) @ v
