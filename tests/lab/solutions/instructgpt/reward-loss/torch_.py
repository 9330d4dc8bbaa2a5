"""The loss of the reward model with PyTorch's logsigmoid on chosen and rejected rewards, and autograd."""
from itertools import combinations

import torch
import torch.nn.functional as F


def reward_loss(rewards, ranks):
    """rewards, ranks: (prompts, k). Returns tensors: the loss and its gradient (prompts, k)."""
    rewards = torch.tensor(rewards, dtype=torch.float64, requires_grad=True)
    losses = []
    for row, places in zip(rewards, ranks):
        pairs = [(i, j) if places[i] < places[j] else (j, i) for i, j in combinations(range(len(row)), 2) if places[i] != places[j]]
        chosen, rejected = (row[[pair[side] for pair in pairs]] for side in (0, 1))
        losses.append(-F.logsigmoid(chosen - rejected).mean() if pairs else row.sum() * 0)
    loss = torch.stack(losses).mean()
    loss.backward()
    return loss.detach(), rewards.grad
