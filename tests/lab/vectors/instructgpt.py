"""Makes instructgpt.json: losses and gradients from PyTorch's own functions and autograd, for the references to be held to.

Usage: python instructgpt.py (writes beside itself; needs torch).
"""
from __future__ import annotations

import json
import os
from itertools import combinations

import numpy as np
import torch
import torch.nn.functional as F

SEED = 220302155
DIGITS = 9


def rounded(value):
    """value: an array or a tensor of any shape. Returns it with nine significant digits where it is not whole."""
    flat = np.asarray(value.detach() if torch.is_tensor(value) else value)
    if flat.dtype.kind in "biu" or flat.size == 0:
        return flat
    return np.vectorize(lambda v: float(f"{v:.{DIGITS}g}"))(flat.astype(np.float64))


def encoded(value):
    """value in the form of the vector files."""
    if isinstance(value, tuple):
        return {"tuple": [encoded(item) for item in value]}
    if isinstance(value, dict):
        return {name: encoded(item) for name, item in value.items()}
    if torch.is_tensor(value) or isinstance(value, np.ndarray):
        array = rounded(value)
        if array.ndim == 0:
            return array.item()
        return {"shape": list(array.shape), "dtype": str(array.dtype), "data": array.ravel().tolist()}
    return value


def vector(exercise, label, arguments, expected):
    return {"exercise": exercise, "label": label, "arguments": encoded(arguments), "expected": encoded(expected)}


def drawn(rng, *shape):
    """A rounded random tensor of the given shape, float64."""
    return torch.from_numpy(rounded(rng.normal(size=shape)))


def ranked_pairs(rng):
    """TRL's loss of a reward model, -logsigmoid(chosen - rejected).mean(), over the pairs of each prompt."""
    for label, prompts, k, levels in (("four completions", 2, 4, 4), ("nine completions", 3, 9, 9), ("ties", 3, 5, 3)):
        rewards = drawn(rng, prompts, k).requires_grad_()
        ranks = np.stack([rng.permutation(np.resize(np.arange(1, levels + 1), k)) for _ in range(prompts)])
        losses = []
        for row, places in zip(rewards, ranks):
            pairs = [sorted(pair, key=lambda at: places[at]) for pair in combinations(range(k), 2)]
            pairs = [(w, l) for w, l in pairs if places[w] != places[l]]
            losses.append(torch.stack([-F.logsigmoid(row[w] - row[l]) for w, l in pairs]).mean())
        loss = torch.stack(losses).mean()
        (gradient,) = torch.autograd.grad(loss, rewards)
        yield vector("reward-loss", label, {"rewards": rewards, "ranks": ranks}, (loss, gradient))


MAKERS = (ranked_pairs,)


def main():
    # Each exercise draws from its own generator, so that one more leaves the others as they are.
    vectors = [one for make in MAKERS for one in make(np.random.default_rng([SEED, *make.__name__.encode()]))]
    versions = {"torch": torch.__version__.split("+")[0], "numpy": np.__version__}
    with open(os.path.splitext(__file__)[0] + ".json", "w", encoding="utf-8") as file:
        lines = ",\n".join(json.dumps(one, separators=(",", ":"), ensure_ascii=False) for one in vectors)
        file.write(f'{{"versions":{json.dumps(versions)},"seed":{SEED},"vectors":[\n{lines}\n]}}\n')


if __name__ == "__main__":
    main()
