"""The residual block with PyTorch's convolution and batch normalization, in float32."""
import torch
import torch.nn.functional as F


def residual_block(x, weights, stride=1):
    """x: (batch, channels, height, width). Returns a tensor (batch, filters, rows, columns)."""
    w = {name: torch.as_tensor(value, dtype=torch.float32) for name, value in weights.items()}
    x = torch.as_tensor(x, dtype=torch.float32)

    def normalized(maps, gain, bias):
        return F.batch_norm(maps, None, None, w[gain], w[bias], training=True)

    hidden = F.relu(normalized(F.conv2d(x, w["conv_1"], stride=stride, padding=1), "gain_1", "bias_1"))
    out = normalized(F.conv2d(hidden, w["conv_2"], padding=1), "gain_2", "bias_2")
    if "projection" in w:
        x = normalized(F.conv2d(x, w["projection"], stride=stride), "projection_gain", "projection_bias")
    return F.relu(out + x)
