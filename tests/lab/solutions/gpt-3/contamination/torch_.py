"""The search in plain Python, the statistics in PyTorch."""
import string

import torch


def contamination(examples, documents, scores):
    """scores: (examples,). Returns n, dirty, all, clean, relative."""
    table = {ord(sign): None for sign in string.punctuation}
    questions = [one.lower().translate(table).split() for one in examples]
    lengths = torch.tensor([float(len(one)) for one in questions], dtype=torch.float64)
    n = int(torch.quantile(lengths, 0.05)) if len(lengths) else 8
    n = min(13, max(8, n))
    known = set()
    for document in documents:
        parts = document.lower().translate(table).split()
        known.update(zip(*(parts[shift:] for shift in range(n))))
    dirty = torch.tensor([any(run in known for run in zip(*(one[shift:] for shift in range(n)))) for one in questions])
    scores = torch.as_tensor(scores, dtype=torch.float32)
    clean, whole = scores[~dirty].mean(), scores.mean()
    return {"n": n, "dirty": dirty, "all": whole, "clean": clean, "relative": (clean - whole) / whole}
