"""The loss of supervised fine-tuning with PyTorch's cross-entropy, which ignores the label -100."""
import torch
import torch.nn.functional as F


def sft_loss(logits, tokens, prompt_lengths, lengths):
    """Returns a tensor, the mean negative log likelihood of the completions' tokens."""
    logits, labels = torch.as_tensor(logits), torch.as_tensor(tokens).clone()
    for row, start, end in zip(labels, prompt_lengths.tolist(), lengths.tolist()):
        row[:start] = -100
        row[end:] = -100
    return F.cross_entropy(logits[:, :-1].flatten(0, 1), labels[:, 1:].flatten(), ignore_index=-100)
