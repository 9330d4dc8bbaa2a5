"""The loss of a preference model with PyTorch's cross-entropy over two classes with soft targets, and autograd."""
import torch
import torch.nn.functional as F


def pm_loss(score_a, score_b, target):
    """score_a, score_b, target: (pairs,). Returns loss and both gradients (pairs,)."""
    a, b = (torch.tensor(score, dtype=torch.float64, requires_grad=True) for score in (score_a, score_b))
    target = torch.as_tensor(target)
    loss = F.cross_entropy(torch.stack([a, b], dim=1), torch.stack([target, 1 - target], dim=1))
    loss.backward()
    return {"loss": loss.detach(), "gradient_a": a.grad, "gradient_b": b.grad}
