"""The language modelling loss with PyTorch's cross_entropy and its ignore_index."""
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, tokens, mask):
    """logits: (batch, time, vocabulary); tokens, mask: (batch, time). Returns a tensor ()."""
    logits, tokens, mask = (torch.as_tensor(v) for v in (logits, tokens, mask))
    targets = tokens.masked_fill(mask == 0, -100)[:, 1:]
    loss = F.cross_entropy(logits[:, :-1].flatten(0, 1), targets.flatten(), ignore_index=-100, reduction="sum")
    return loss / (targets != -100).sum().clamp(min=1)
