"""Fresh inputs and laws for batch and layer statistics."""
from __future__ import annotations

import numpy as np
from study_lab import presuming

NAMES = ("batch_mean", "batch_deviation", "batch_normalized", "layer_mean", "layer_deviation", "layer_normalized")


def activations(rng, batch, time, units):
    """Summed inputs (batch, time, units): cases, steps and units each have a scale and an offset of their own."""
    scale = rng.uniform(0.5, 2.0, size=(batch, 1, 1)) * rng.uniform(0.5, 2.0, size=(1, time, units))
    offset = rng.normal(size=(batch, time, 1)) + rng.normal(size=(1, time, units))
    return scale * rng.normal(size=(batch, time, units)) + offset


def cases(rng):
    """Yields (label, arguments): a (batch, time, units)."""
    yield "four cases, three steps, five units", {"a": activations(rng, 4, 3, 5)}
    yield "as many cases as units", {"a": activations(rng, 4, 2, 4)}
    yield "seven cases, one step", {"a": activations(rng, 7, 1, 3)}
    yield "a large epsilon", {"a": activations(rng, 3, 5, 6), "epsilon": 0.1}
    yield "a batch of one case", {"a": activations(rng, 1, 4, 6)}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: a (batch, time, units) -> dict of arrays."""
    a = activations(rng, 4, 3, 6)
    got = {name: np.asarray(value) for name, value in solve(a).items()}
    shapes = {"mean": {"batch": (3, 6), "layer": (4, 3)}, "normalized": {"batch": a.shape, "layer": a.shape}}
    shapes["deviation"] = shapes["mean"]
    for name in NAMES:
        prefix, what = name.split("_")
        if name not in got:
            yield f"The dict has no {name}."
            return
        if got[name].shape != shapes[what][prefix]:
            yield f"For a of shape (4, 3, 6), {name} has shape {got[name].shape}; {shapes[what][prefix]} is right."
            return

    fewer = solve(a[:2])
    if not np.allclose(fewer["layer_normalized"], got["layer_normalized"][:2], atol=1e-5):
        yield "The layer statistics of two cases changed when the other cases left the batch: layer norm needs no batch."
    if np.allclose(fewer["batch_normalized"], got["batch_normalized"][:2], atol=1e-5):
        yield "The batch statistics did not change when half of the cases left the batch: they must come from the batch."

    shorter = solve(a[:, :2])
    for prefix in ("batch", "layer"):
        if not np.allclose(shorter[f"{prefix}_normalized"], got[f"{prefix}_normalized"][:, :2], atol=1e-5):
            yield f"The {prefix} statistics of two time steps changed when a later step was left out: steps share nothing."

    alone = np.asarray(solve(a[:1])["batch_normalized"])
    if not np.allclose(alone, 0, atol=1e-5):
        yield presuming("With a batch of one case the batch mean is the input itself, so batch_normalized must be 0.")

    turned = solve(np.swapaxes(a, 0, 2))
    if not np.allclose(turned["batch_normalized"], np.swapaxes(got["layer_normalized"], 0, 2), atol=1e-5):
        yield "With cases and units exchanged, batch normalization must give what layer normalization gave before."


def picture(solve, rng):
    """Eight cases (rows) of ten units (columns) at one time step, after each of the two normalizations."""
    a = activations(rng, 8, 1, 10)
    got = solve(a)
    return {
        "kind": "heat",
        "title": "The same summed inputs after batch and after layer normalization",
        "series": [
            {"name": "summed inputs", "values": a[:, 0].tolist()},
            {"name": "batch normalized (each column has mean 0)", "values": np.asarray(got["batch_normalized"])[:, 0].tolist()},
            {"name": "layer normalized (each row has mean 0)", "values": np.asarray(got["layer_normalized"])[:, 0].tolist()},
        ],
        "x": "unit",
        "y": "case",
    }
