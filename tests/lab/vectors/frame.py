"""What the makers of vectors share: rounding, the form of the files, and writing one."""
from __future__ import annotations

import json
import os

import numpy as np

DIGITS = 9


def rounded(value):
    """value: an array of any shape. Returns it with nine significant digits where it is not whole."""
    flat = np.asarray(value.detach() if hasattr(value, "detach") else value)
    if flat.dtype.kind in "biu" or flat.size == 0:
        return flat
    return np.vectorize(lambda v: float(f"{v:.{DIGITS}g}"))(flat.astype(np.float64))


def encoded(value):
    """value in the form of the vector files."""
    if isinstance(value, tuple):
        return {"tuple": [encoded(item) for item in value]}
    if isinstance(value, list):
        return [encoded(item) for item in value]
    if isinstance(value, dict):
        return {name: encoded(item) for name, item in value.items()}
    # Tensors are told by what they can do: not every maker has PyTorch.
    if isinstance(value, np.ndarray) or hasattr(value, "detach"):
        array = rounded(value)
        if array.ndim == 0:
            return array.item()
        return {"shape": list(array.shape), "dtype": str(array.dtype), "data": array.ravel().tolist()}
    return value


def vector(exercise, label, arguments, expected):
    return {"exercise": exercise, "label": label, "arguments": encoded(arguments), "expected": encoded(expected)}


def drawn(rng, *shape):
    """A rounded random tensor of the given shape, float64."""
    import torch

    return torch.from_numpy(rounded(rng.normal(size=shape)))


def write(script, seed, makers, versions):
    """Writes what the makers yield beside the script, as JSON."""
    # Each exercise draws from its own generator, so that one more leaves the others as they are.
    vectors = [one for make in makers for one in make(np.random.default_rng([seed, *make.__name__.encode()]))]
    with open(os.path.splitext(script)[0] + ".json", "w", encoding="utf-8") as file:
        lines = ",\n".join(json.dumps(one, separators=(",", ":"), ensure_ascii=False) for one in vectors)
        file.write(f'{{"versions":{json.dumps(versions)},"seed":{seed},"vectors":[\n{lines}\n]}}\n')
