"""Batch and layer statistics with PyTorch's batch_norm and layer_norm."""
import torch
import torch.nn.functional as F


def normalization_statistics(a, epsilon=1e-5):
    """a: (batch, time, units). Returns a dict of tensors: means, deviations and normalized inputs."""
    a = torch.as_tensor(a, dtype=torch.float64)
    batch, time, units = a.shape
    if batch > 1:
        # Every pair of time step and unit is one channel for batch_norm.
        flat = F.batch_norm(a.reshape(batch, time * units), None, None, training=True, eps=epsilon)
    else:
        # batch_norm refuses a batch of one in training.
        flat = torch.zeros(batch, time * units, dtype=torch.float64)
    return {
        "batch_mean": a.mean(0),
        "batch_deviation": a.std(0, correction=0),
        "batch_normalized": flat.reshape(batch, time, units),
        "layer_mean": a.mean(2),
        "layer_deviation": a.std(2, correction=0),
        "layer_normalized": F.layer_norm(a, (units,), eps=epsilon),
    }
