"""The bottleneck block with PyTorch's own modules, put together as Sequential."""
import torch
from torch import nn


def layer(weights, name, stride=1):
    """Returns a convolution and its batch normalization in evaluation, with the weights of the layer."""
    kernel = torch.as_tensor(weights[f"{name}_conv"], dtype=torch.float64)
    filters, channels, k, _ = kernel.shape
    convolution = nn.Conv2d(channels, filters, k, stride=stride, padding=k // 2, bias=False).double()
    norm = nn.BatchNorm2d(filters).double()
    convolution.load_state_dict({"weight": kernel})
    names = {"weight": "gain", "bias": "bias", "running_mean": "mean", "running_var": "variance"}
    state = {key: torch.as_tensor(weights[f"{name}_{part}"]) for key, part in names.items()}
    norm.load_state_dict(state, strict=False)
    return nn.Sequential(convolution, norm.eval())


def bottleneck_block(x, weights, stride=1):
    """x: (batch, channels, height, width). Returns a tensor (batch, many, rows, columns)."""
    x = torch.as_tensor(x, dtype=torch.float64)
    reduce, middle, restore = layer(weights, "reduce", stride), layer(weights, "middle"), layer(weights, "restore")
    branch = nn.Sequential(reduce, nn.ReLU(), middle, nn.ReLU(), restore)
    shortcut = layer(weights, "projection", stride) if "projection_conv" in weights else nn.Identity()
    return torch.relu(branch(x) + shortcut(x)).detach()
