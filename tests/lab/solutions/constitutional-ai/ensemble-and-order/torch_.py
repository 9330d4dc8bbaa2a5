"""Labels over principles and both orders with PyTorch's softmax and flip."""
import torch


def ensemble(logps):
    """logps: (comparisons, principles, 2, 2). Returns tensors: label (comparisons,) and bias."""
    chances = torch.softmax(torch.as_tensor(logps), dim=-1)
    answers = torch.stack([chances[:, :, 0], chances[:, :, 1].flip(-1)], dim=2)
    return {"label": answers[..., 0].mean(dim=(1, 2)), "bias": chances[..., 0].mean() - 0.5}
