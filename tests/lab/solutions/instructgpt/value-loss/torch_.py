"""The clipped loss of the value function in PyTorch, and autograd."""
import torch


def value_loss(values, values_old, returns, mask, epsilon):
    """All arrays: (batch, time). Returns loss and gradient."""
    values = torch.tensor(values, dtype=torch.float64, requires_grad=True)
    old, returns = torch.as_tensor(values_old), torch.as_tensor(returns)
    held = old + (values - old).clamp(-epsilon, epsilon)
    free_square, held_square = (values - returns).square(), (held - returns).square()
    loss = 0.5 * torch.where(held_square > free_square, held_square, free_square)[torch.as_tensor(mask) == 1].mean()
    loss.backward()
    return {"loss": loss.detach(), "gradient": values.grad}
