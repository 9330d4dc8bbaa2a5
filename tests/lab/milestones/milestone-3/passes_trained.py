"""Trained on drawn text: counts of neighbours, then both neighbours of a mask; a masked neighbour is summed over."""
import numpy as np
from study_lab import source

text = source("milestone-3").sample(np.random.default_rng(5), 400, 64)
counts = np.full((9, 9), 0.5)
np.add.at(counts, (text[:, :-1].ravel(), text[:, 1:].ravel()), 1)
P = counts / counts.sum(-1, keepdims=True)
SINGLE = np.bincount(text.ravel(), minlength=9) / text.size


def logits(tokens):
    one_hot = np.concatenate([np.eye(9), np.full((1, 9), 1 / 9)])[tokens]
    left = np.broadcast_to(SINGLE, one_hot.shape).copy()
    right = np.ones_like(left)
    for at in range(1, tokens.shape[1]):
        known = (tokens[:, at - 1] != 9)[:, None]
        left[:, at] = np.where(known, one_hot[:, at - 1], left[:, at - 1]) @ P
    for at in range(tokens.shape[1] - 2, -1, -1):
        known = (tokens[:, at + 1] != 9)[:, None]
        right[:, at] = np.where(known, one_hot[:, at + 1], right[:, at + 1]) @ P.T
    return np.log(left) + np.log(right)
