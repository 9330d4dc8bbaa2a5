"""The loss of the masked language model with PyTorch's cross-entropy, which ignores the label -100, and autograd."""
import torch
import torch.nn.functional as F


def mlm_loss(hidden, token_ids, chosen, table, bias):
    """hidden: (batch, length, units). Returns tensors: the loss and its gradient (batch, length, units)."""
    hidden = torch.tensor(hidden, dtype=torch.float64, requires_grad=True)
    chosen = torch.as_tensor(chosen)
    labels = torch.as_tensor(token_ids).masked_fill(~chosen, -100)
    scores = F.linear(hidden, torch.as_tensor(table), torch.as_tensor(bias))
    # The mean over nothing is 0 / 0 in PyTorch, so the sum is divided by at least 1.
    loss = F.cross_entropy(scores.flatten(0, 1), labels.flatten(), reduction="sum") / max(int(chosen.sum()), 1)
    loss.backward()
    return loss.detach(), hidden.grad
