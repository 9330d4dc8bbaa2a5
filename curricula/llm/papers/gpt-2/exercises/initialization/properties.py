"""Sizes, statistics and laws for the initial weights of GPT-2."""
from __future__ import annotations

import numpy as np

UNIT = 0.02
# The smallest matrix has 24 * 24 values; so many draws hold each statistic more than 6 deviations inside its tolerance,
# and one rng for all of them lets a generator that starts anew in each call show.
DRAWS = 52


def cases(rng):
    """Yields (label, arguments): vocabulary, context, width, layers, rng."""
    for label, layers in (("one block", 1), ("three blocks", 3)):
        source = np.random.default_rng(rng.integers(2**32))
        yield label, {"vocabulary": 40, "context": 32, "width": 24, "layers": layers, "rng": source}


def flat(weights):
    """All arrays by name; those of block i begin with "block i, "."""
    named = {name: np.asarray(value) for name, value in weights.items() if name != "blocks"}
    for index, block in enumerate(weights["blocks"]):
        named.update({f"block {index}, {name}": np.asarray(value) for name, value in block.items()})
    return named


def observe(solve, arguments):
    """Shapes, and statistics of many draws.

    Of each matrix the deviation in units of 0.02 and the mean in units of its own deviation; the kurtosis of all matrices; of gains
    and biases the share that is 1 or 0.
    """
    draws = [flat(solve(*arguments.values())) for _ in range(DRAWS)]
    seen = {"shapes": {}, "deviation": {}, "mean": {}, "gains that are 1": {}, "biases that are 0": {}}
    fourth = []
    for name, first in draws[0].items():
        seen["shapes"][name] = list(first.shape)
        values = np.stack([draw[name] for draw in draws]).astype(np.float64)
        if name.endswith(("gain", "bias")):
            wanted, kind = (1, "gains that are 1") if name.endswith("gain") else (0, "biases that are 0")
            seen[kind][name] = float((np.abs(values - wanted) < 1e-9).mean())
            continue
        squares = (values - values.mean()) ** 2
        spread = np.sqrt(squares.mean())
        seen["deviation"][name] = spread / UNIT
        seen["mean"][name] = values.mean() / (spread or UNIT)
        fourth.append((squares * squares).mean() / squares.mean() ** 2)
    return {**seen, "kurtosis": float(np.mean(fourth))}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (vocabulary, context, width, layers, rng) -> dict."""
    first, again, other = (flat(solve(20, 8, 8, 2, np.random.default_rng(seed))) for seed in (5, 5, 6))
    if not all(np.array_equal(first[name], again[name]) for name in first):
        yield "The same seed gave other weights: draw everything from rng."
    if np.array_equal(first["token_embedding"], other["token_embedding"]):
        yield "Another seed gave the same weights: draw everything from rng."
    if np.array_equal(first["block 0, qkv_weight"], first["block 1, qkv_weight"]):
        yield "Two blocks have the same weights: draw each block anew."
    for name, matrix in first.items():
        if not name.endswith(("gain", "bias")) and any(len(np.unique(side, axis=0)) < len(side) for side in (matrix, matrix.T)):
            yield f"Two rows or columns of {name} are the same: draw all values of a matrix."
            break
    if np.allclose(first["block 0, qkv_weight"][:, :8], first["block 0, qkv_weight"][:, 8:16]):
        yield "Queries and keys have the same weights: draw all values of a matrix."


def picture(solve, rng):
    """The deviation of a residual stream to which every residual layer of a deep model adds its part."""
    layers, width = 24, 32
    weights = solve(10, 8, width, layers, rng)
    stream, unscaled = np.zeros((64, width)), np.zeros((64, width))
    lines = {"with your weights": [], "without scaling": []}
    for block in weights["blocks"]:
        for name in ("out_weight", "proj_weight"):
            matrix = np.asarray(block[name], dtype=np.float64)
            # Each sub-block is stood for by random inputs of deviation 1.
            inputs = rng.normal(size=(64, len(matrix)))
            stream = stream + inputs @ matrix
            unscaled = unscaled + inputs @ rng.normal(0, UNIT, size=matrix.shape)
            lines["with your weights"].append(float(stream.std()))
            lines["without scaling"].append(float(unscaled.std()))
    return {
        "kind": "lines",
        "title": "Deviation of the residual stream along the depth",
        "series": [{"name": name, "values": values} for name, values in lines.items()],
        "x": "residual layer",
        "y": "deviation",
    }
