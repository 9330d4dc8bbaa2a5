"""The three normalizations with PyTorch's functions; its epsilon is set so small that it does not show."""
import torch
import torch.nn.functional as F


def normalized_linear(x, weights, gain, bias, method):
    """x: (batch, inputs); weights: (units, inputs); gain, bias: (units,). Returns a tensor (batch, units)."""
    x, weights, gain, bias = (torch.as_tensor(v, dtype=torch.float64) for v in (x, weights, gain, bias))
    if method == "weight":
        return F.linear(x, F.normalize(weights, dim=1) * gain[:, None], bias)
    summed = F.linear(x, weights)
    if method == "batch":
        return F.batch_norm(summed, None, None, gain, bias, training=True, eps=1e-14)
    return F.layer_norm(summed, (len(weights),), gain, bias, eps=1e-14)
