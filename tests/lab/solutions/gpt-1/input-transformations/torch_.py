"""Inputs for fine-tuning with PyTorch's pad_sequence."""
import torch
from torch.nn.utils.rnn import pad_sequence


def transform_inputs(task, parts, start, delimiter, extract, padding):
    """parts: integer arrays. Returns a dict of tensors: tokens, mask (sequences, time), extract_position (sequences,)."""
    texts = [torch.as_tensor(part) for part in parts]
    s, d, e = (torch.tensor([token]) for token in (start, delimiter, extract))
    contexts = {
        "classification": lambda: [[s, texts[0], e]],
        "entailment": lambda: [[s, texts[0], d, texts[1], e]],
        "similarity": lambda: [[s, a, d, b, e] for a, b in (texts, texts[::-1])],
        "multiple_choice": lambda: [[s, *texts[:2], d, answer, e] for answer in texts[2:]],
    }
    rows = [torch.cat(pieces) for pieces in contexts[task]()]
    return {
        "tokens": pad_sequence(rows, batch_first=True, padding_value=padding),
        "mask": pad_sequence([torch.ones_like(row) for row in rows], batch_first=True),
        "extract_position": torch.tensor([len(row) - 1 for row in rows]),
    }
