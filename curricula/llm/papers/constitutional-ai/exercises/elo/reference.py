"""Elo scores of the largest likelihood (Figures 2, 3 and 8)."""
from __future__ import annotations

import numpy as np


def elo(wins: np.ndarray) -> np.ndarray:
    """wins: (models, models). Returns (models,), 0 for the first model."""
    wins = np.asarray(wins, dtype=np.float64)
    games = wins + wins.T
    won = wins.sum(axis=1)
    strength = np.zeros(len(wins))
    # Newton's method on the log likelihood; the first model stays at 0.
    for _ in range(60):
        chance = 1.0 / (1.0 + np.exp(strength[None, :] - strength[:, None]))
        expected = (games * chance).sum(axis=1)
        spread = games * chance * (1.0 - chance)
        curvature = np.diag(spread.sum(axis=1)) - spread
        step = np.linalg.solve(curvature[1:, 1:], (won - expected)[1:])
        strength[1:] += np.clip(step, -1.0, 1.0)
    scale = 400.0 / np.log(10.0)
    return scale * strength
