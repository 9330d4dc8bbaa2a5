"""Fresh inputs and laws for Elo scores."""
from __future__ import annotations

import numpy as np


def results(rng, models, least, most, ties=True):
    """Wins (models, models) of models whose strengths differ; all pairs have met, and each side has won."""
    strength = 0.5 * rng.permutation(models)
    wins = np.zeros((models, models))
    for i in range(models):
        for j in range(i):
            games = int(rng.integers(least, most))
            chance = 1 / (1 + np.exp(strength[j] - strength[i]))
            won = int(np.clip(rng.binomial(games, chance), 1, games - 1))
            wins[i, j], wins[j, i] = won, games - won
            if ties and (i + j) % 2:
                wins[i, j] += 1.5
                wins[j, i] += 0.5
    return wins


def cases(rng):
    """Yields (label, arguments): wins (models, models)."""
    yield "four models", {"wins": results(rng, 4, 8, 40)}
    yield "two models", {"wins": np.array([[0.0, float(rng.integers(3, 6))], [float(rng.integers(8, 14)), 0.0]])}
    yield "a one-sided match", {"wins": np.array([[0.0, float(rng.integers(70, 90))], [1.0, 0.0]])}
    yield "six models", {"wins": results(rng, 6, 5, 60, ties=False)}
    wins = results(rng, 4, 10, 30)
    # Not every pair has met.
    wins[0, 3] = wins[3, 0] = 0.0
    yield "a pair that never met", {"wins": wins}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: wins -> (models,)."""
    wins = results(rng, 4, 10, 40)
    scores = np.asarray(solve(wins), dtype=float)
    if scores.shape != (4,):
        yield f"The result has shape {scores.shape}; one score for each model, (4,), is right."
        return
    two = np.asarray(solve(np.array([[0.0, 1.0], [3.0, 0.0]])), dtype=float)
    right = 400 * np.log10(3)
    if not np.isclose(two[1] - two[0], right, atol=0.5):
        yield f"A model that wins three games of four is {right:.4g} above the other; yours is {two[1] - two[0]:.4g}."
        return
    far = np.asarray(solve(np.array([[0.0, 1.0], [80.0, 0.0]])), dtype=float)
    if not np.isclose(far[1] - far[0], 400 * np.log10(80), atol=0.5):
        yield f"A model that wins 80 games of 81 is {400 * np.log10(80):.4g} above the other; yours is {far[1] - far[0]:.4g}."
        return
    if not np.isclose(scores[0], 0, atol=1e-3):
        yield f"The first model has the score {scores[0]:.4g}; it is 0."
        return
    doubled = np.asarray(solve(2 * wins), dtype=float)
    if not np.allclose(doubled, scores, atol=0.5):
        yield "Twice as many games with the same results changed the scores."
        return
    chance = 1 / (1 + 10 ** ((scores[None, :] - scores[:, None]) / 400))
    expected, won = ((wins + wins.T) * chance).sum(axis=1), wins.sum(axis=1)
    worst = int(np.argmax(np.abs(expected - won)))
    if not np.allclose(expected, won, atol=0.02):
        yield (
            f"By your scores model {worst} should have won {expected[worst]:.4g} games; it won {won[worst]:.4g}. For the most likely scores both "
            "agree for every model."
        )
