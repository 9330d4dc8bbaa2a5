"""Labels over principles and both orders, one judgement after the other."""
import math

import numpy as np


def ensemble(logps):
    """logps: (comparisons, principles, 2, 2). Returns label (comparisons,) and bias."""
    labels, letters = [], []
    for comparison in logps:
        chances = []
        for principle in comparison:
            for order, (a, b) in enumerate(principle):
                top = max(a, b)
                p = math.exp(a - top) / (math.exp(a - top) + math.exp(b - top))
                letters.append(p)
                chances.append(p if order == 0 else 1 - p)
        labels.append(sum(chances) / len(chances))
    return {"label": np.array(labels), "bias": sum(letters) / len(letters) - 0.5}
