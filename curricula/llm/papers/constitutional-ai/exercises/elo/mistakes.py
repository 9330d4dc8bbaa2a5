"""Well-known wrong Elo scores."""
from __future__ import annotations

import numpy as np
from study_lab import mistake, wrong

wrong(
    "natural",
    "scale = 400.0 / np.log(10.0)", "scale = 1.0",
    "The scores are log odds. An Elo score is 400 / ln 10 times as large.",
)
wrong(
    "scale-400",
    "scale = 400.0 / np.log(10.0)", "scale = 400.0",
    "The log odds are multiplied by 400. The definition has a power of 10, so natural logarithms are divided by ln 10 first.",
)
wrong(
    "mean-zero",
    "return scale * strength", "return scale * (strength - strength.mean())",
    "The scores have mean 0. In this exercise the first model has 0.",
)
wrong(
    "last-zero",
    "return scale * strength", "return scale * (strength - strength[-1])",
    "The last model has 0. In this exercise it is the first.",
)
wrong(
    "from-1000",
    "return scale * strength", "return 1000.0 + scale * strength",
    "The scores begin at 1000. In this exercise the first model has 0.",
)
wrong(
    "sign",
    "won = wins.sum(axis=1)", "won = wins.sum(axis=0)",
    "Losses are taken for wins. wins[i, j] says how often i was preferred to j, so a model's wins are in its row.",
)
wrong(
    "ties-dropped",
    "wins = np.asarray(wins, dtype=np.float64)", "wins = np.floor(np.asarray(wins, dtype=np.float64))",
    "The halves that ties give are cut off. A tie counts one half in both directions.",
)
wrong(
    "smoothed",
    "wins = np.asarray(wins, dtype=np.float64)", "wins = wins + 1.0 - np.eye(len(wins))",
    "A win was added everywhere, so that no model has none. Here the counts are taken as they are.",
)
wrong(
    "one-step",
    "range(60)", "range(1)",
    "The search ends after a single step. Repeat it until expected and counted wins agree.",
)


@mistake("win-rate", "Each score comes from the model's own share of wins. Whom it met counts too: wins against a strong model say more.")
def win_rate(wins):
    share = wins.sum(axis=1) / (wins + wins.T).sum(axis=1)
    scores = 400.0 * np.log10(share / (1.0 - share))
    return scores - scores[0]


@mistake("against-the-first", "Each score comes from the games against the first model alone. All games count.")
def against_the_first(wins):
    with np.errstate(all="ignore"):
        odds = np.where(np.arange(len(wins)) == 0, 1.0, wins[:, 0] / wins[0])
        return 400.0 * np.log10(odds)


@mistake("sequential", "The scores are updated game after game with K = 32, as in chess. That depends on the order; the most likely scores do not.")
def sequential(wins):
    scores = np.zeros(len(wins))
    for i, row in enumerate(wins):
        for j, count in enumerate(row):
            for _ in range(int(count)):
                gain = 32.0 * (1.0 - 1.0 / (1.0 + 10.0 ** ((scores[j] - scores[i]) / 400.0)))
                scores[i] += gain
                scores[j] -= gain
    return scores - scores[0]


@mistake("mean-of-pairs", "The score differences of all pairs are averaged with equal weight. A pair with more games says more: maximize the likelihood.")
def mean_of_pairs(wins):
    with np.errstate(all="ignore"):
        pairs = 400.0 * np.log10(wins / wins.T)
    met = (wins + wins.T) > 0
    scores = np.where(met & np.isfinite(pairs), pairs, 0.0).mean(axis=1)
    return scores - scores[0]
wrong(
    "ridge",
    "np.linalg.solve(curvature[1:, 1:], (won - expected)[1:])", "np.linalg.solve(curvature[1:, 1:] + np.eye(len(wins) - 1), (won - expected - strength)[1:])",
    "Large scores are held back by a penalty, as logistic regression in a library does unless it is told not to. The likelihood alone decides.",
)
wrong(
    "equal-pairs",
    "games = wins + wins.T", "wins = wins / np.maximum(wins + wins.T, 1e-9)\n    games = wins + wins.T",
    "Each pair weighs the same, however many games it played. The likelihood is that of all games together.",
)
