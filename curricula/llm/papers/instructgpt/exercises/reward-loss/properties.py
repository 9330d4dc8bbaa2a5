"""Fresh inputs and laws for the loss of the reward model."""
from __future__ import annotations

import numpy as np


def ranking(rng, prompts, k, ties):
    """Ranks (prompts, k) without gaps; prompt n has n * ties fewer ranks than completions, so that no two weigh alike."""
    rows = []
    for n in range(prompts):
        levels = max(k - n * ties, 1)
        order = np.concatenate([np.arange(1, levels + 1), rng.integers(1, levels + 1, size=k - levels)])
        rows.append(rng.permutation(order))
    return np.array(rows)


def cases(rng):
    """Yields (label, arguments): rewards and ranks (prompts, k)."""
    yield "three prompts, four completions", {"rewards": rng.normal(size=(3, 4)), "ranks": ranking(rng, 3, 4, 0)}
    yield "one prompt, nine completions", {"rewards": 2 * rng.normal(size=(1, 9)), "ranks": ranking(rng, 1, 9, 0)}
    yield "three prompts with ties", {"rewards": rng.normal(size=(3, 5)), "ranks": ranking(rng, 3, 5, 1)}
    ranks = ranking(rng, 2, 4, 0)
    ranks[0] = 1
    yield "a prompt with ties only", {"rewards": rng.normal(size=(2, 4)), "ranks": ranks}
    ranks = ranking(rng, 2, 4, 0)
    # The better ones have less reward, so that the loss itself is large.
    yield "differences of about a thousand", {"rewards": 400.0 * ranks + rng.normal(size=(2, 4)), "ranks": ranks}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (rewards, ranks) -> (loss, gradient)."""
    rewards, ranks = rng.normal(size=(2, 4)), ranking(rng, 2, 4, 0)
    result = solve(rewards, ranks)
    if len(result) != 2:
        yield f"{len(result)} values came back; two are wanted: (loss, gradient)."
        return
    loss, gradient = (np.asarray(part) for part in result)
    if loss.size != 1 or gradient.shape != rewards.shape:
        yield f"The loss has shape {loss.shape} and the gradient {gradient.shape}; a number and {rewards.shape} are right."
        return

    lone = float(solve(np.array([[1.0, 0.0]]), np.array([[2, 1]]))[0])
    if not np.isclose(lone, np.log1p(np.exp(1.0)), atol=1e-4):
        yield (
            "Of two completions with the rewards 1 and 0 the second was ranked better. That is one pair with the difference -1, "
            f"which costs {np.log1p(np.exp(1.0)):.4g}; yours is {lone:.4g}."
        )
    three = float(solve(np.array([[2.0, 0.0, 1.0]]), np.array([[1, 2, 3]]))[0])
    if not np.isclose(three, 0.58448, atol=1e-4):
        yield (
            "Three completions with the rewards 2, 0 and 1 were ranked in this order. Their pairs have the differences 2, 1 and -1 and cost 0.5845 on "
            f"average; yours cost {three:.4g}."
        )
    beside = float(solve(np.array([[1.0, 0.0], [3.0, 0.5]]), np.array([[2, 1], [1, 1]]))[0])
    if not np.isclose(beside, lone / 2, rtol=1e-4):
        yield (
            f"A prompt alone costs {lone:.4g}, and beside a prompt with ties only {beside:.4g}. The second one counts 0 but it counts, "
            "so the mean must halve."
        )

    equal = float(solve(np.zeros((2, 4)), ranks)[0])
    if not np.isclose(equal, np.log(2), atol=1e-4):
        yield f"With equal rewards the loss is {equal:.4g}. Each pair then costs log 2 = 0.6931, and so does their mean."

    shifted = float(solve(rewards + np.array([[5.0], [-3.0]]), ranks)[0])
    if not np.isclose(shifted, float(loss), rtol=1e-4, atol=1e-5):
        yield "The loss changed when a constant was added to all rewards of a prompt. Only differences within a prompt count."

    order = rng.permutation(4)
    if not np.isclose(float(solve(rewards[:, order], ranks[:, order])[0]), float(loss), rtol=1e-4, atol=1e-5):
        yield "The loss changed when the completions were listed in another order, together with their ranks."

    right = np.array([[3.0, 2.0, 1.0, 0.0]])
    upward, downward = (float(solve(right, one)[0]) for one in (np.array([[1, 2, 3, 4]]), np.array([[4, 3, 2, 1]])))
    if upward > downward:
        yield "The loss is larger where the rewards agree with the ranking than where they contradict it. Rank 1 is the best."

    numeric, step = np.empty(rewards.shape), 1e-3
    for index in np.ndindex(*rewards.shape):
        change = np.zeros(rewards.shape)
        change[index] = step
        numeric[index] = (float(solve(rewards + change, ranks)[0]) - float(solve(rewards - change, ranks)[0])) / (2 * step)
    worst = np.abs(numeric - gradient).max()
    if not worst <= 3e-3:
        yield f"The gradient differs from finite differences of your loss by up to {worst:.2g}."

    with np.errstate(all="ignore"):
        large, d_large = solve(400.0 * ranks.astype(float), ranks)
    if not (np.isfinite(float(large)) and np.isfinite(np.asarray(d_large)).all()):
        yield "Differences of a thousand gave infinity or NaN: take the logarithm of sigma without computing sigma first."
