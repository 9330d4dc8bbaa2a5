"""Byte pair merges with padded tensors of ids and PyTorch's unique."""
import re

import torch

PADDING = -1


def train_bpe(text, pattern, merges):
    """text, pattern: strings. Returns a list of (left, right), bytes."""
    words = [torch.tensor(list(word.encode("utf-8"))) for word in re.findall(pattern, text)]
    symbols = [bytes([byte]) for byte in range(256)]
    learned = []
    while words and len(learned) < merges:
        ids = torch.nn.utils.rnn.pad_sequence(words, batch_first=True, padding_value=PADDING)  # (words, longest)
        pairs = torch.stack([ids[:, :-1], ids[:, 1:]], dim=-1).reshape(-1, 2)
        pairs = pairs[(pairs != PADDING).all(dim=1)]
        if len(pairs) == 0:
            break
        distinct, which, counts = torch.unique(pairs, dim=0, return_inverse=True, return_counts=True)
        most = torch.nonzero(counts[which] == counts.max())[0, 0]
        a, b = distinct[which[most]].tolist()
        learned.append((symbols[a], symbols[b]))
        symbols.append(symbols[a] + symbols[b])
        words = [join(word, a, b, len(symbols) - 1) for word in words]
    return learned


def join(word, a, b, new):
    """word: (symbols,). Returns it with each a, b replaced by new."""
    out = []
    for value in word.tolist():
        if value == b and out and out[-1] == a:
            out[-1] = new
        else:
            out.append(value)
    return torch.tensor(out)
