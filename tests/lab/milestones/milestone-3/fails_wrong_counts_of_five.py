"""Says: Of the hidden colours that can be known. Counts of what stands in the middle of five tokens of much masked text."""
import numpy as np
from study_lab import source

brackets = source("milestone-3")
text = brackets.sample(np.random.default_rng(5), 8000, 48)
masked, chosen = brackets.mask(np.random.default_rng(6), text)


def windows(tokens):
    padded = np.pad(tokens, ((0, 0), (2, 2)), constant_values=30)
    code = np.zeros(tokens.shape, dtype=np.int64)
    for shift in range(5):
        code = code * 31 + padded[:, shift : shift + tokens.shape[1]]
    return code


KEYS, at = np.unique(windows(masked)[chosen], return_inverse=True)
ROWS = np.bincount(at * 24 + text[chosen], minlength=len(KEYS) * 24).reshape(-1, 24)


def logits(tokens):
    code = windows(tokens)
    at = np.minimum(np.searchsorted(KEYS, code), len(KEYS) - 1)
    seen = np.where((KEYS[at] == code)[..., None], ROWS[at], 0)
    any_colour = np.arange(24) // 4 == tokens[..., None] - 24
    return np.log(np.where(any_colour, seen + 0.2, 1e-6))
