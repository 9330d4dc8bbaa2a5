"""Beam search with arrays: sums of all beams and tokens, sorted flat."""
import numpy as np


def beam_search(first, table, end, width, alpha, most):
    """first: (vocabulary,); table: (vocabulary, vocabulary). Returns (tokens, score)."""
    vocabulary = len(first)
    beams, totals, done = np.zeros((1, 0), dtype=int), np.zeros(1), []
    for step in range(most):
        rows = first[None] if step == 0 else table[beams[:, -1]]
        flat = (totals[:, None] + rows).ravel()
        order = np.argsort(-flat, kind="stable")[:width]
        beams = np.concatenate([beams[order // vocabulary], (order % vocabulary)[:, None]], axis=1)
        totals = flat[order]
        ended = beams[:, -1] == end
        done += list(zip(beams[ended].tolist(), totals[ended]))
        beams, totals = beams[~ended], totals[~ended]
        if not len(beams):
            break
    done += list(zip(beams.tolist(), totals))
    scores = np.array([total / ((5 + len(tokens)) / 6) ** alpha for tokens, total in done])
    return done[scores.argmax()][0], scores.max()
