"""PaLM's parallel block in PyTorch, with layer_norm, silu and rotations as complex products."""
import torch
import torch.nn.functional as F


def block(x, weights, heads, theta):
    """x: (batch, time, width). Returns a tensor of the same shape."""
    x, w = torch.as_tensor(x), {name: torch.as_tensor(value) for name, value in weights.items()}
    time, size = x.shape[1], w["key"].shape[1]
    h = F.layer_norm(x, x.shape[-1:], weight=w["gain"], eps=1e-5)
    angles = torch.outer(torch.arange(time).double(), theta ** (-torch.arange(0, size, 2).double() / size))
    spin = torch.polar(torch.ones_like(angles), angles)

    def rotated(values):
        return torch.view_as_real(torch.view_as_complex(values.unflatten(-1, (-1, 2)).contiguous()) * spin).flatten(-2)

    q = rotated((h @ w["query"]).unflatten(-1, (heads, size)).transpose(1, 2))
    k, v = rotated(h @ w["key"]).unsqueeze(1), (h @ w["value"]).unsqueeze(1)
    future = torch.ones(time, time, dtype=torch.bool).triu(1)
    chances = (q @ k.mT / size**0.5).masked_fill(future, -torch.inf).softmax(dim=-1)
    attention = (chances @ v).transpose(1, 2).flatten(2) @ w["output"]
    return x + attention + (F.silu(h @ w["gate"]) * (h @ w["up"])) @ w["down"]
