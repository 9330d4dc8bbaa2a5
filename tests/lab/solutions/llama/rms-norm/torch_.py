"""RMSNorm with torch.rsqrt, float32."""
import torch


def rms_norm(x, gain, epsilon):
    """x: (..., width). Returns the shape of x."""
    x, gain = torch.as_tensor(x, dtype=torch.float32), torch.as_tensor(gain, dtype=torch.float32)
    return gain * (x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + epsilon))
