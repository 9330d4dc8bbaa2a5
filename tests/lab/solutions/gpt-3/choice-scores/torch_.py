"""The choices scored with PyTorch's cross-entropy, which leaves out what is no completion."""
import torch
import torch.nn.functional as F


def scores(logits, tokens, starts, stops, neutral, method):
    """logits: (choices, time, vocabulary). Returns (scores, best)."""
    logits, labels = torch.as_tensor(logits, dtype=torch.float32), torch.as_tensor(tokens).clone()
    starts, stops = torch.as_tensor(starts), torch.as_tensor(stops)
    at = torch.arange(labels.shape[1])
    labels[(at < starts[:, None]) | (at >= stops[:, None])] = -100
    losses = F.cross_entropy(logits[:, :-1].transpose(1, 2), labels[:, 1:], reduction="none", ignore_index=-100)
    found = -losses.sum(dim=1)
    if method == "token":
        found = found / (stops - starts)
    if method == "unconditional":
        found = found - torch.as_tensor(neutral, dtype=torch.float32)
    return found, found.argmax()
