"""The choices scored token by token, with plain numbers."""
import math

import numpy as np


def scores(logits, tokens, starts, stops, neutral, method):
    """logits: (choices, time, vocabulary). Returns (scores, best)."""
    found = []
    for row in range(len(tokens)):
        total = 0.0
        for place in range(int(starts[row]), int(stops[row])):
            step = [float(value) for value in logits[row][place - 1]]
            top = max(step)
            total += step[int(tokens[row][place])] - top - math.log(math.fsum(math.exp(value - top) for value in step))
        if method == "token":
            total /= int(stops[row]) - int(starts[row])
        if method == "unconditional":
            total -= float(neutral[row])
        found.append(total)
    return np.array(found), found.index(max(found))
