"""The clipped loss of PPO in PyTorch as the larger of two losses, and autograd."""
import torch


def ppo_loss(logp, logp_old, advantages, mask, epsilon):
    """All arrays: (batch, time). Returns loss, gradient (batch, time) and the share clipped."""
    logp = torch.tensor(logp, dtype=torch.float64, requires_grad=True)
    inside = torch.as_tensor(mask) == 1
    ratio = torch.exp(logp - torch.as_tensor(logp_old))
    advantages = torch.as_tensor(advantages)
    free, held = -advantages * ratio, -advantages * ratio.clamp(1 - epsilon, 1 + epsilon)
    # torch.max shares the gradient where both are equal, so the choice is made by hand.
    loss = torch.where(held > free, held, free)[inside].mean()
    loss.backward()
    return {"loss": loss.detach(), "gradient": logp.grad, "clipped": (held > free)[inside].double().mean()}
