"""Label smoothing with PyTorch's cross_entropy, in float32."""
import torch
import torch.nn.functional as F


def label_smoothing_loss(logits, targets, epsilon=0.1, padding=0):
    """logits: (batch, tokens, vocabulary); targets: (batch, tokens). Returns a tensor of shape ()."""
    keep = torch.as_tensor(targets != padding)
    rows = torch.as_tensor(logits, dtype=torch.float32)[keep]
    return F.cross_entropy(rows, torch.as_tensor(targets)[keep], label_smoothing=epsilon)
