"""The gated network with PyTorch's silu, float32."""
import torch
import torch.nn.functional as F


def swiglu(x, gate, up, down):
    """x: (..., width). Returns (..., width)."""
    x, gate, up, down = (torch.as_tensor(array, dtype=torch.float32) for array in (x, gate, up, down))
    return (F.silu(x @ gate) * (x @ up)) @ down
