"""Fresh inputs and laws for the objective."""
from __future__ import annotations

import numpy as np


def masked(rng, rows, columns):
    """Log probabilities (rows, columns) and a mask whose rows have different lengths; numbers stand in the padding too."""
    lengths = np.maximum(columns - np.arange(rows), 1)
    mask = (np.arange(columns)[None] < rng.permutation(lengths)[:, None]).astype(int)
    return -rng.uniform(0.2, 3.0, size=(rows, columns)), mask


def inputs(rng, batch, time, texts, length, beta, gamma):
    """Arguments of these sizes."""
    logp, mask = masked(rng, batch, time)
    pretrain_logp, pretrain_mask = masked(rng, texts, length)
    return {
        "score": rng.normal(size=batch) + 1.0,
        "logp": logp,
        "logp_sft": logp + 0.5 * rng.normal(size=logp.shape) - 0.2,
        "mask": mask,
        "pretrain_logp": pretrain_logp,
        "pretrain_mask": pretrain_mask,
        "beta": beta,
        "gamma": gamma,
    }


def cases(rng):
    """Yields (label, arguments): score (batch,), logp, logp_sft, mask (batch, time), pretrain_logp and _mask, beta, gamma."""
    yield "three completions and two texts", inputs(rng, 3, 6, 2, 8, 0.1, 0.5)
    yield "the paper's coefficients", inputs(rng, 4, 5, 3, 5, 0.02, 27.8)
    yield "without pre-training, which is PPO", inputs(rng, 2, 7, 2, 4, 0.3, 0.0)
    given = inputs(rng, 3, 6, 2, 6, 0.4, 0.3)
    given["logp_sft"] = given["logp"] + np.abs(given["logp_sft"] - given["logp"])
    yield "likelier under the supervised model", given
    yield "as many texts as completions", inputs(rng, 3, 5, 3, 5, 1.5, 0.25)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: the arguments in their order -> dict of four numbers."""
    given = inputs(rng, 3, 6, 2, 5, 0.3, 0.7)
    result = solve(*given.values())
    names = {"objective", "reward", "kl", "pretrain"}
    if not isinstance(result, dict) or set(result) != names:
        yield "The result is a dict with the keys objective, reward, kl and pretrain."
        return
    if any(np.size(value) != 1 for value in result.values()):
        yield "Each of the four values is one number."
        return
    at = {name: float(value) for name, value in result.items()}
    parts = at["reward"] - 0.3 * at["kl"] + 0.7 * at["pretrain"]
    if not np.isclose(at["objective"], parts, rtol=1e-4, atol=1e-4):
        yield f"Your objective is {at['objective']:.4g}. Your own parts make reward - beta kl + gamma pretrain = {parts:.4g}."

    uneven = {**given, "score": np.array([0.0, 0.0, 3.0]), "logp_sft": given["logp"].copy()}
    uneven["logp_sft"][0, 0] -= 0.9
    for name, right, words in (("reward", 1.0, "Three completions have the scores 0, 0 and 3"), ("kl", 0.3, "The log ratios of three completions are 0.9, 0 and 0")):
        got = float(solve(*uneven.values())[name])
        if not np.isclose(got, right, atol=1e-4):
            yield f"{words}, so {name} is the mean {right:g}; yours is {got:.4g}."
            return
    equal = {**given, "logp_sft": given["logp"]}
    if abs(float(solve(*equal.values())["kl"])) > 1e-5:
        yield "The kl is not 0 where the policy is the supervised model."
        return
    one = {**given, "logp_sft": given["logp"] - 0.5 * given["mask"] / given["mask"].sum(axis=1, keepdims=True)}
    got = float(solve(*one.values())["kl"])
    if not np.isclose(got, 0.5, atol=1e-4):
        yield f"The log ratios of the tokens add up to 0.5 in each completion, so the kl is 0.5; yours is {got:.4g}."
    flat = {**given, "pretrain_logp": -1.0 / given["pretrain_mask"].sum(axis=1, keepdims=True) * given["pretrain_mask"]}
    got = float(solve(*flat.values())["pretrain"])
    if not np.isclose(got, -1.0, atol=1e-4):
        yield f"The log probabilities of each text add up to -1, so pretrain is -1; yours is {got:.4g}."
