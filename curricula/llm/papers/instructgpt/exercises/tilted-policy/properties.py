"""Fresh inputs and laws for the policy under a KL penalty."""
from __future__ import annotations

import numpy as np


def inputs(rng, batch, n, beta, scale=1.0):
    """Arguments of these sizes; no probability is near 0."""
    reference = rng.uniform(0.2, 1.0, size=(batch, n))
    return {
        "reference": reference / reference.sum(axis=-1, keepdims=True),
        "rewards": scale * rng.normal(size=(batch, n)),
        "beta": beta,
    }


def cases(rng):
    """Yields (label, arguments): reference and rewards (batch, n), beta."""
    yield "three prompts, four answers", inputs(rng, 3, 4, 0.5)
    yield "a large beta", inputs(rng, 2, 6, 4.0, scale=2.0)
    yield "two answers", inputs(rng, 1, 2, 1.5)
    given = inputs(rng, 2, 4, 0.01)
    given["rewards"] = 20.0 + rng.permutation(4)[None] * 0.01 + np.array([[0.0], [-40.0]])
    yield "r / beta of some thousands", given
    given = inputs(rng, 2, 4, 0.01)
    given["rewards"] = np.array([[0.0, 20.0, 5.0, 20.0], [3.0, -8.0, 3.0, -30.0]])
    yield "answers that have no chance", given


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (reference, rewards, beta) -> dict."""
    given = inputs(rng, 2, 4, 0.7)
    reference, rewards, beta = given.values()
    result = solve(*given.values())
    if not isinstance(result, dict) or set(result) != {"policy", "reward", "kl", "value"}:
        yield "The result is a dict with the keys policy, reward, kl and value."
        return
    policy, reward, kl, value = (np.asarray(result[name]) for name in ("policy", "reward", "kl", "value"))
    if policy.shape != reference.shape or {reward.shape, kl.shape, value.shape} != {(2,)}:
        yield f"policy has shape {policy.shape} and value {value.shape}; {reference.shape} and (2,) are right."
        return
    if not np.allclose(policy.sum(axis=-1), 1, atol=1e-4):
        yield f"The probabilities of the first prompt add up to {policy[0].sum():.4g}; 1 is right."
        return
    far = np.asarray(solve(reference, rewards, 1e6)["policy"])
    if not np.allclose(far, reference, atol=1e-3):
        yield "With a very large beta the policy is not the reference, although moving costs more than any reward."
        return
    shifted = np.asarray(solve(reference, rewards + 3.0, beta)["policy"])
    if not np.allclose(shifted, policy, atol=1e-4):
        yield "The policy changed when all rewards grew by 3. Only their differences count."
        return
    offset = rewards / beta - np.log(policy / reference)
    if not np.allclose(offset, offset[:, :1], atol=1e-3):
        yield "log(policy / reference) must be r / beta up to a constant for each prompt. Yours differs from that by more."
        return

    def worth(one):
        return (one * rewards).sum(axis=-1) - beta * (one * np.log(one / reference)).sum(axis=-1)

    if not np.allclose(value, worth(policy), atol=1e-4):
        yield f"The value of your own policy for the first prompt is {worth(policy)[0]:.4g}; you return {value[0]:.4g}."
