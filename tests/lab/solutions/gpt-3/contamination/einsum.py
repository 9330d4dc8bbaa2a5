"""The search with ids of words in sliding windows."""
import re

import numpy as np


def contamination(examples, documents, scores):
    """scores: (examples,). Returns n, dirty, all, clean, relative."""
    ids = {}

    def coded(text):
        bare = re.sub(r"[!-/:-@\[-`{-~]", "", text.lower())
        return np.array([ids.setdefault(word, len(ids)) for word in bare.split()], dtype=int)

    questions, pages = [coded(one) for one in examples], [coded(one) for one in documents]
    n = int(np.clip(int(np.percentile([len(one) for one in questions], 5)), 8, 13))

    def windows(array):
        if len(array) < n:
            return np.zeros((0, n), dtype=int)
        return np.lib.stride_tricks.sliding_window_view(array, n)

    known = np.concatenate([np.zeros((0, n), dtype=int), *map(windows, pages)])
    dirty = np.array([bool((windows(one)[:, None] == known[None]).all(axis=-1).any()) for one in questions])
    weights = (~dirty).astype(float)
    whole = np.mean(scores)
    clean = np.einsum("i,i->", weights, scores) / weights.sum() if weights.any() else np.nan
    return {"n": n, "dirty": dirty, "all": whole, "clean": clean, "relative": (clean - whole) / whole}
