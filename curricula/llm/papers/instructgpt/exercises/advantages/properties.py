"""Fresh inputs and laws for advantages."""
from __future__ import annotations

import numpy as np


def inputs(rng, lengths, time, gamma, lam):
    """Arguments with completions of the given lengths; numbers stand in the padding too."""
    shape = (len(lengths), time)
    return {
        "rewards": rng.normal(size=shape),
        "values": rng.normal(size=shape) + 0.5,
        "mask": (np.arange(time)[None] < np.array(lengths)[:, None]).astype(int),
        "gamma": gamma,
        "lam": lam,
    }


def cases(rng):
    """Yields (label, arguments): rewards, values and mask (batch, time), gamma, lam."""
    yield "no discount, as in the paper", inputs(rng, (6, 4, 2), 6, 1.0, 0.95)
    yield "with discount", inputs(rng, (5, 3), 5, 0.9, 0.7)
    yield "one token", inputs(rng, (1, 3), 4, 0.8, 0.5)
    yield "lambda of 0", inputs(rng, (4, 3), 4, 0.9, 0.0)
    yield "gamma and lambda of 1", inputs(rng, (5, 2), 6, 1.0, 1.0)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (rewards, values, mask, gamma, lam) -> (advantages, returns)."""
    rewards, values, mask = list(inputs(rng, (5, 3), 5, 1.0, 1.0).values())[:3]
    result = solve(rewards, values, mask, 0.9, 0.7)
    if len(result) != 2:
        yield f"{len(result)} values came back; two are wanted: (advantages, returns)."
        return
    found, returns = (np.asarray(part) for part in result)
    if found.shape != rewards.shape or returns.shape != rewards.shape:
        yield f"The shapes are {found.shape} and {returns.shape}; both are {rewards.shape}."
        return
    doubled = np.asarray(solve(2 * rewards, 2 * values, mask, 0.9, 0.7)[0])
    if not np.allclose(doubled, 2 * found, atol=1e-4):
        yield "Rewards and values that are twice as large must give advantages twice as large. Nothing is normalized here."
        return

    if not (np.allclose(found[mask == 0], 0, atol=1e-6) and np.allclose(returns[mask == 0], 0, atol=1e-6)):
        yield "Advantages or returns of the padding are not 0."
    other, strange = rewards + 3.0 * (1 - mask), values + 3.0 * (1 - mask)
    if not np.allclose(np.asarray(solve(other, strange, mask, 0.9, 0.7)[0])[mask == 1], found[mask == 1], atol=1e-5):
        yield "The advantages changed with numbers in the padding. After the last token of a completion there is nothing, of value 0."
        return

    known = values * mask
    following = np.pad(known[:, 1:], ((0, 0), (0, 1)))
    delta = (rewards + 0.9 * following - values) * mask
    single = np.asarray(solve(rewards, values, mask, 0.9, 0.0)[0])
    if not np.allclose(single, delta, atol=1e-4):
        yield "With lam = 0 the advantage of a token is its delta, r + gamma V(next) - V."
        return
    late, zero = np.array([[0.0, 0.0, 0.0, 1.0]]), np.zeros((1, 4))
    for gamma, lam in ((1.0, 0.5), (0.8, 1.0), (0.8, 0.5)):
        got = np.asarray(solve(late, zero, np.ones((1, 4), dtype=int), gamma, lam)[0])[0]
        right = (gamma * lam) ** np.arange(3, -1, -1)
        if not np.allclose(got, right, atol=1e-4):
            yield (
                f"With rewards of 0, 0, 0, 1 and values of 0, gamma = {gamma:g} and lam = {lam:g} give the advantages {np.round(right, 4).tolist()}; "
                f"yours are {np.round(got, 4).tolist()}."
            )
            return
    togo = np.cumsum((rewards * mask)[:, ::-1], axis=1)[:, ::-1] * mask
    whole = np.asarray(solve(rewards, values, mask, 1.0, 1.0)[0])
    if not np.allclose(whole, togo - known, atol=1e-4):
        yield "With gamma = lam = 1 the advantage of a token is the sum of its own and all later rewards, minus its value."
    if not np.allclose(returns, found + known, atol=1e-4):
        yield "The returns are not your advantages plus the values."
