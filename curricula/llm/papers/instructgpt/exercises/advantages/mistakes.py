"""Well-known wrong advantages."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "bootstrap-past-end",
    "known[:, 1:], np.zeros((batch, 1))", "values[:, 1:], np.zeros((batch, 1))",
    "The last token of a completion takes the value that stands in the padding as what follows. The episode ends there: what "
    "follows has value 0.",
)
wrong(
    "td-error",
    "gamma * lam * trace", "0.0 * trace",
    "The advantage is the delta of its own token. Equation (16) adds the later ones with weight (gamma lam)^l.",
)
wrong(
    "lambda-forgotten",
    "gamma * lam * trace", "gamma * trace",
    "Lambda is not used. Equation (16) weighs later deltas with (gamma lam)^l.",
)
wrong(
    "gamma-once",
    "gamma * lam * trace", "lam * trace",
    "Gamma stands in delta only. The weight of later deltas is (gamma lam)^l, with both.",
)
wrong(
    "gamma-forgotten-in-delta",
    "rewards + gamma * following - values", "rewards + following - values",
    "Delta lacks gamma: it is r + gamma V(next) - V.",
)
wrong(
    "forward",
    "reversed(range(time))", "range(time)",
    "The sum goes from the first token to the last. An advantage tells of what comes after its token, so begin at the end.",
)
wrong(
    "lambda-on-delta",
    "trace = delta[:, t]", "trace = (1.0 - lam) * delta[:, t]",
    "Delta is multiplied by 1 - lam. This factor belongs to the weighted mean of the n-step advantages; in the sum of deltas it has "
    "cancelled (equation (16)).",
)
wrong(
    "current-value",
    "following = np.concatenate([known[:, 1:], np.zeros((batch, 1))], axis=1)", "following = known",
    "The value of the same token stands where the next one's belongs: delta is r + gamma V(t+1) - V(t).",
)
wrong(
    "no-next-value",
    "rewards + gamma * following - values", "rewards - values",
    "Delta lacks the value of what follows: it is r + gamma V(next) - V.",
)
wrong(
    "value-added",
    "rewards + gamma * following - values", "rewards + gamma * following + values",
    "The value of the token is added in delta. It is what was expected, so it is subtracted.",
)
wrong(
    "returns-are-advantages",
    "returns = result + known", "returns = result",
    "The returns are the advantages. The target of the value function is advantage plus value.",
)
wrong(
    "returns-are-rewards-to-go",
    "returns = result + known", "returns = np.cumsum(np.where(inside, rewards, 0.0)[:, ::-1], axis=1)[:, ::-1] * inside",
    "The returns are the sums of the remaining rewards. They are advantage plus value, which is the same only for gamma = lam = 1.",
)
wrong(
    "whitened",
    "return result, returns", "result = np.where(inside, (result - result[inside].mean()) / (result[inside].std() + 1e-8), 0.0)\n    return result, returns",
    "The advantages are normalized to mean 0 and deviation 1. That is a later step; the estimate itself is asked for.",
)
wrong(
    "padding-counts",
    "inside = np.asarray(mask) > 0", "inside = np.ones(np.shape(mask), dtype=bool)",
    "The mask is not used, so the padding counts as tokens. Rewards and values behind the completion are no part of the episode.",
)
