"""Advantages in PyTorch, from the end to the beginning with a list."""
import torch


def advantages(rewards, values, mask, gamma, lam):
    """rewards, values, mask: (batch, time). Returns tensors: advantages and returns, both (batch, time)."""
    rewards, values, mask = (torch.as_tensor(value, dtype=torch.float64) for value in (rewards, values, mask))
    rewards, values = rewards * mask, values * mask
    last, found = torch.zeros(len(rewards), dtype=torch.float64), []
    for t in range(rewards.shape[1] - 1, -1, -1):
        following = values[:, t + 1] if t + 1 < rewards.shape[1] else torch.zeros_like(last)
        last = rewards[:, t] + gamma * following - values[:, t] + gamma * lam * last
        found.append(last)
    found = torch.stack(found[::-1], dim=1)
    return found, found + values
