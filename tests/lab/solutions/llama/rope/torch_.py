"""The rotation as in libraries: x cos + rotated x sin, float32."""
import torch


def rope(x, positions, theta, pairing):
    """x: (batch, heads, time, size). Returns the shape of x."""
    x, positions = torch.as_tensor(x, dtype=torch.float32), torch.as_tensor(positions, dtype=torch.float32)
    angles = torch.outer(positions, theta ** (-torch.arange(0, x.shape[-1], 2) / x.shape[-1]))
    if pairing == "halves":
        angles = torch.cat([angles, angles], dim=-1)
        first, second = x.chunk(2, dim=-1)
        rotated = torch.cat([-second, first], dim=-1)
    else:
        angles = angles.repeat_interleave(2, dim=-1)
        rotated = torch.stack([-x[..., 1::2], x[..., 0::2]], dim=-1).flatten(-2)
    return x * angles.cos() + rotated * angles.sin()
