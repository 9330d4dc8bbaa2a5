"""The gradients by autograd, float32."""
import torch


def lora_backward(x, weight, a, b, alpha, grad):
    """x: (tokens, in). Returns the gradients of x, a and b."""
    x, weight, a, b, grad = (torch.as_tensor(array, dtype=torch.float32) for array in (x, weight, a, b, grad))
    leaves = [leaf.requires_grad_() for leaf in (x, a, b)]
    out = x @ weight.T + (x @ a.T @ b.T) * alpha / a.shape[0]
    return dict(zip(("x", "a", "b"), torch.autograd.grad(out, leaves, grad)))
