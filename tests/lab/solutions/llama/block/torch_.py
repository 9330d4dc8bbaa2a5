"""The block in PyTorch, float32."""
import torch
import torch.nn.functional as F


def block(x, weights, heads, theta):
    """x: (batch, time, width). Returns the same shape."""
    x = torch.as_tensor(x, dtype=torch.float32)
    w = {name: torch.as_tensor(array, dtype=torch.float32) for name, array in weights.items()}
    batch, time, width = x.shape
    size = width // heads
    angles = torch.outer(torch.arange(time).float(), theta ** (-torch.arange(0, size, 2) / size)).repeat(1, 2)

    def norm(rows, gain):
        return rows * torch.rsqrt(rows.pow(2).mean(-1, keepdim=True) + 1e-6) * gain

    def split(rows):
        return rows.view(batch, time, heads, size).transpose(1, 2)

    def turned(part):
        first, second = part.chunk(2, dim=-1)
        return part * angles.cos() + torch.cat([-second, first], dim=-1) * angles.sin()

    read = norm(x, w["attention_norm"])
    q, k, v = turned(split(read @ w["query"])), turned(split(read @ w["key"])), split(read @ w["value"])
    hidden = torch.ones(time, time, dtype=torch.bool).triu(1)
    shares = (q @ k.transpose(-1, -2) / size**0.5).masked_fill(hidden, -torch.inf).softmax(dim=-1)
    stream = x + (shares @ v).transpose(1, 2).reshape(batch, time, width) @ w["output"]
    again = norm(stream, w["feed_forward_norm"])
    return stream + (F.silu(again @ w["gate"]) * (again @ w["up"])) @ w["down"]
