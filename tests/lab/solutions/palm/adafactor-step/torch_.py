"""A step of PaLM's optimizer in PyTorch with lerp."""
import torch


def step(param, grad, m, v, at):
    """param, grad, m, v: arrays of one shape. Returns tensors param, m, v, and rate."""
    param, grad, m, v = (torch.as_tensor(value, dtype=torch.float64) for value in (param, grad, m, v))
    rate = min(0.01, at**-0.5)
    second = v.lerp(grad.square() + 1e-30, at**-0.8)
    first = m.lerp(grad * second.rsqrt(), 0.1)
    scale = param.square().mean().sqrt().clamp(min=1e-3)
    return {"param": param - rate * scale * first - rate**2 * param, "m": first, "v": second, "rate": rate}
