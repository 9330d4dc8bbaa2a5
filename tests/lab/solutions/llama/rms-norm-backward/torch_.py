"""The gradients by autograd, float32."""
import torch


def rms_norm_backward(x, gain, epsilon, grad):
    """x, grad: (..., width). Returns (d_x, d_gain)."""
    x, gain, grad = (torch.as_tensor(array, dtype=torch.float32) for array in (x, gain, grad))
    x, gain = x.requires_grad_(), gain.requires_grad_()
    y = x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + epsilon) * gain
    return torch.autograd.grad(y, (x, gain), grad)
