"""Says: Where the note stands more than 16 tokens back the gap is. Exact, but it sees the last twelve tokens only."""
import numpy as np
from study_lab import source

text = source("milestone-2")


def logits(tokens):
    padded = np.concatenate([np.zeros((len(tokens), 11), dtype=int), tokens], axis=1)
    seen = np.lib.stride_tricks.sliding_window_view(padded, 12, axis=1)
    batch, time = tokens.shape
    found = text.probabilities(seen.reshape(batch * time, 12))[:, -1]
    return np.log(np.maximum(found, 1e-9)).reshape(batch, time, -1)
