"""Fresh inputs and laws for the clipped loss of PPO."""
from __future__ import annotations

import numpy as np


def inputs(rng, lengths, time, epsilon, spread=0.3):
    """Arguments with completions of the given lengths behind a prompt of one token; numbers stand in the padding too."""
    shape = (len(lengths), time)
    at = np.arange(time)[None]
    logp_old = -rng.uniform(0.3, 3.0, size=shape)
    return {
        "logp": logp_old + spread * rng.normal(size=shape),
        "logp_old": logp_old,
        "advantages": rng.normal(size=shape),
        "mask": ((at >= 1) & (at <= np.array(lengths)[:, None])).astype(int),
        "epsilon": epsilon,
    }


def cases(rng):
    """Yields (label, arguments): logp, logp_old, advantages and mask (batch, time), epsilon."""
    yield "the paper's clip ratio", inputs(rng, (7, 4, 2), 9, 0.2)
    yield "far from the old policy", inputs(rng, (6, 3), 8, 0.1, spread=1.0)
    given = inputs(rng, (4, 4), 6, 0.2)
    # Each way of being outside: better or worse than expected, likelier or less likely.
    shift = np.array([[0.5, 0.5, -0.5, -0.5]])
    given["logp"][:, 1:5] = given["logp_old"][:, 1:5] + shift
    given["advantages"][:, 1:5] = np.array([[1.0, -1.2, 0.8, -0.7], [0.9, -0.6, 1.3, -1.1]])
    yield "one token of each kind", given
    yield "one completion", inputs(rng, (5,), 7, 0.3, spread=0.6)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (logp, logp_old, advantages, mask, epsilon) -> dict."""
    given = inputs(rng, (5, 3), 6, 0.2, spread=0.5)
    logp, old, advantages, mask, epsilon = given.values()
    result = solve(*given.values())
    if not isinstance(result, dict) or set(result) != {"loss", "gradient", "clipped"}:
        yield "The result is a dict with the keys loss, gradient and clipped."
        return
    gradient = np.asarray(result["gradient"])
    if np.size(result["loss"]) != 1 or gradient.shape != logp.shape:
        yield f"The gradient has shape {gradient.shape}; one number for each entry of logp, {logp.shape}, is right."
        return

    same = solve(old, old, advantages, mask, epsilon)
    mean = (mask * advantages).sum() / mask.sum()
    if not np.isclose(float(same["loss"]), -mean, atol=1e-5):
        yield (
            f"With logp = logp_old every ratio is 1, and the loss is minus the mean advantage of the completions' tokens, "
            f"{-mean:.4g}; yours is {float(same['loss']):.4g}."
        )
        return
    if not np.allclose(gradient[mask == 0], 0, atol=1e-7):
        yield "Tokens whose mask is 0 have a gradient."

    def alone(shift, advantage):
        """Loss and gradient of one token whose log probability moved by shift."""
        one = solve(np.array([[-1.0 + shift]]), np.array([[-1.0]]), np.array([[advantage]]), np.array([[1]]), 0.2)
        return float(one["loss"]), float(np.asarray(one["gradient"]).ravel()[0])

    for shift, advantage, bound in ((0.5, 1.0, 0.2), (0.5, -1.0, 0.2), (-0.5, 1.0, 0.2), (-0.5, -1.0, 0.2), (0.3, 1.0, 0.5), (-0.8, -1.0, 0.5)):
        arguments = (np.array([[-1.0 + shift]]), np.array([[-1.0]]), np.array([[advantage]]), np.array([[1]]), bound)
        free, held = np.exp(shift) * advantage, np.clip(np.exp(shift), 1 - bound, 1 + bound) * advantage
        lone = float(solve(*arguments)["loss"])
        if not np.isclose(lone, -min(free, held), atol=1e-4):
            yield (
                f"With epsilon = {bound:g} a token has the ratio {np.exp(shift):.4g} and the advantage {advantage:g}, so the products are {free:.4g} "
                f"and {held:.4g} and the loss is {-min(free, held):.4g}; yours is {lone:.4g}."
            )
            break
    ratio = np.exp(logp - old)
    smaller = mask * (np.clip(ratio, 1 - epsilon, 1 + epsilon) * advantages < ratio * advantages)
    if not np.isclose(float(result["clipped"]), smaller.sum() / mask.sum(), atol=1e-4):
        yield (
            f"The clipped product is the smaller one at {smaller.sum()} of {mask.sum()} tokens, so clipped is "
            f"{smaller.sum() / mask.sum():.4g}; yours is {float(result['clipped']):.4g}."
        )

    told = False
    for shift, advantage, words in ((0.5, 1.0, "likelier, and its advantage is positive"), (-0.5, -1.0, "less likely, and its advantage is negative")):
        if abs(alone(shift, advantage)[1]) > 1e-6 and not told:
            told = True
            yield f"A token became much {words}. The clip must take its gradient away."
    for shift, advantage, words in ((0.5, -1.0, "likelier, and its advantage is negative"), (-0.5, 1.0, "less likely, and its advantage is positive")):
        if abs(alone(shift, advantage)[1]) < 1e-3 and not told:
            told = True
            yield f"A token became much {words}. It must keep its gradient, so that it can come back: take the minimum of both products."

    numeric, step = np.zeros(logp.shape), 1e-3
    for index in np.argwhere(mask == 1):
        change = np.zeros(logp.shape)
        change[tuple(index)] = step
        up, down = (float(solve(logp + sign * change, old, advantages, mask, epsilon)["loss"]) for sign in (1, -1))
        numeric[tuple(index)] = (up - down) / (2 * step)
    # Within a step of a corner of the clip the differences are between both slopes.
    near = np.abs(np.abs(np.exp(logp - old) - 1) - epsilon) < 0.01
    worst = np.abs(np.where(near, 0, numeric - gradient)).max()
    if not told and not worst <= 3e-3:
        yield f"The gradient differs from finite differences of your loss by up to {worst:.2g}."
