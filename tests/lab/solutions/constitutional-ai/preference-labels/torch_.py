"""Preference labels with PyTorch's softmax and clamp."""
import torch


def labels(logps, mode):
    """logps: (comparisons, chains, 2). Returns a tensor (comparisons,)."""
    chances = torch.softmax(torch.as_tensor(logps), dim=-1)[..., 0]
    if mode == "average":
        return chances.mean(dim=1)
    return chances[:, 0].clamp(0.4, 0.6) if mode == "chain" else chances[:, 0]
