"""Elo scores by the minorization of Zermelo: strengths are wins over weighted games, again and again."""
import math

import numpy as np


def elo(wins):
    """wins: (models, models). Returns (models,), 0 for the first model."""
    models = range(len(wins))
    strength = [1.0 for _ in models]
    for _ in range(700):
        strength = [
            sum(wins[i]) / sum((wins[i][j] + wins[j][i]) / (strength[i] + strength[j]) for j in models if j != i) for i in models
        ]
        total = sum(strength)
        strength = [one * len(wins) / total for one in strength]
    return np.array([400 * math.log10(one / strength[0]) for one in strength])
