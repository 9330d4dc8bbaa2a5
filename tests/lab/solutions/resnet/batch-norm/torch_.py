"""Batch normalization with PyTorch's own module."""
import torch


def batch_norm(x, gain, bias, running_mean, running_variance, training, momentum=0.1, epsilon=1e-5):
    """x: (batch, channels, height, width); vectors: (channels,). Returns tensors (y, running_mean, running_variance)."""
    module = torch.nn.BatchNorm2d(x.shape[1], eps=epsilon, momentum=momentum).double()
    state = {"weight": gain, "bias": bias, "running_mean": running_mean, "running_var": running_variance}
    module.load_state_dict({name: torch.tensor(value) for name, value in state.items()}, strict=False)
    module.train(bool(training))
    return module(torch.as_tensor(x, dtype=torch.float64)).detach(), module.running_mean, module.running_var
