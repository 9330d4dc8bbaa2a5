"""ResNet for CIFAR-10 as PyTorch modules, with the weights loaded into them, in float32."""
import torch
import torch.nn.functional as F
from torch import nn

PARTS = {"weight": "gain", "bias": "bias", "running_mean": "mean", "running_var": "variance"}


class Layer(nn.Module):
    """A convolution and its batch normalization."""

    def __init__(self, weights, name, stride=1):
        super().__init__()
        kernel = torch.as_tensor(weights[f"{name}_conv"])
        self.conv = nn.Conv2d(kernel.shape[1], kernel.shape[0], 3, stride, 1, bias=False)
        self.norm = nn.BatchNorm2d(kernel.shape[0])
        self.conv.load_state_dict({"weight": kernel})
        self.norm.load_state_dict({k: torch.as_tensor(weights[f"{name}_{v}"]) for k, v in PARTS.items()}, strict=False)

    def forward(self, x):
        return self.norm(self.conv(x))


class Block(nn.Module):
    """A residual block with a shortcut of option A."""

    def __init__(self, weights, name, stride):
        super().__init__()
        self.first, self.second = Layer(weights, f"{name}_1", stride), Layer(weights, f"{name}_2")
        self.stride = stride

    def forward(self, x):
        out = self.second(F.relu(self.first(x)))
        missing = out.shape[1] - x.shape[1]
        return F.relu(out + F.pad(x[:, :, :: self.stride, :: self.stride], (0, 0, 0, 0, 0, missing)))


def resnet(images, weights, blocks=3):
    """images: (batch, 3, height, width). Returns a tensor of scores (batch, classes)."""
    modules = [Layer(weights, "stem"), nn.ReLU()]
    for s in (1, 2, 3):
        modules += [Block(weights, f"stage{s}_block{b}", 2 if s > 1 and b == 1 else 1) for b in range(1, blocks + 1)]
    linear = nn.Linear(weights["linear"].shape[1], weights["linear"].shape[0])
    linear.load_state_dict({"weight": torch.as_tensor(weights["linear"]), "bias": torch.as_tensor(weights["linear_bias"])})
    model = nn.Sequential(*modules, nn.AdaptiveAvgPool2d(1), nn.Flatten(), linear).eval()
    with torch.no_grad():
        return model(torch.as_tensor(images, dtype=torch.float32))
