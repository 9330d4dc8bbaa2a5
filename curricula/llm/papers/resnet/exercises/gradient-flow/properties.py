"""Fresh stacks, laws and a picture for the flow of gradients."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


def stack(rng, batch, units, blocks, scale=1.0):
    """x and d_output (batch, units), first and second (blocks, units, units) with entries of deviation scale / sqrt(units)."""
    return {
        "x": rng.normal(size=(batch, units)),
        "first": scale * rng.normal(size=(blocks, units, units)) / np.sqrt(units),
        "second": scale * rng.normal(size=(blocks, units, units)) / np.sqrt(units),
        "d_output": rng.normal(size=(batch, units)),
    }


def cases(rng):
    """Yields (label, arguments): x (batch, units), first and second (blocks, units, units), d_output, shortcuts."""
    yield "four blocks with shortcuts", {**stack(rng, 5, 8, 4), "shortcuts": True}
    yield "three plain blocks", {**stack(rng, 5, 9, 3, scale=1.4), "shortcuts": False}
    yield "one block with a shortcut", {**stack(rng, 4, 8, 1), "shortcuts": True}
    yield "eight blocks with shortcuts and small weights", {**stack(rng, 6, 6, 8, scale=0.7), "shortcuts": True}


def loss(x, first, second, d_output, shortcuts):
    """The number whose gradient is asked: the sum of d_output times the last state. Shapes as in the exercise."""
    state = x
    for w_1, w_2 in zip(first, second):
        branch = np.maximum(state @ w_1.T, 0.0) @ w_2.T
        state = np.maximum(branch + (state if shortcuts else 0.0), 0.0)
    return (d_output * state).sum()


def slopes(function, values, step=1e-6):
    """The norm of the gradient of function at values (any shape), by central differences."""
    total = 0.0
    for index in np.ndindex(*values.shape):
        change = np.zeros(values.shape)
        change[index] = step
        total += ((function(values + change) - function(values - change)) / (2 * step)) ** 2
    return np.sqrt(total)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (x, first, second, d_output, shortcuts) -> dict."""
    given = stack(rng, 3, 4, 2, scale=1.3)
    x, first, second, d_output = given.values()
    for shortcuts in (True, False):
        kind = "With shortcuts" if shortcuts else "Without shortcuts"
        norms = solve(x, first, second, d_output, shortcuts)
        for name, size in (("states", 3), ("first", 2), ("second", 2)):
            if name not in norms:
                yield f"The dict has no {name}."
                return
            if np.asarray(norms[name]).shape != (size,):
                yield f"For two blocks, {name} has shape {np.asarray(norms[name]).shape}; ({size},) is right."
                return
        numeric = slopes(lambda v: loss(v, first, second, d_output, shortcuts), x)
        if not np.isclose(norms["states"][0], numeric, rtol=1e-2, atol=1e-3):
            yield presuming(f"{kind}, the gradient of x has norm {norms['states'][0]:.4g}; finite differences give {numeric:.4g}.")
        for name, at, weights in (("first", 0, first), ("second", 1, second)):

            def changed(v, at=at, name=name):
                other = {"first": first.copy(), "second": second.copy()}
                other[name][at] = v
                return loss(x, other["first"], other["second"], d_output, shortcuts)

            numeric = slopes(changed, weights[at])
            if not np.isclose(norms[name][at], numeric, rtol=1e-2, atol=1e-3):
                yield presuming(
                    f"{kind}, the gradient of the {name} weights of block {at + 1} has norm "
                    f"{norms[name][at]:.4g}; finite differences give {numeric:.4g}."
                )

    silent = np.zeros((5, 4, 4))
    through = np.asarray(solve(np.abs(x) + 0.1, silent, silent, d_output, True)["states"])
    if not np.allclose(through, np.linalg.norm(d_output), rtol=1e-3):
        yield presuming("With all weights 0 and positive x the gradient must pass every block unchanged: the shortcut is the identity.")
    blocked = np.asarray(solve(np.abs(x) + 0.1, silent, silent, d_output, False)["states"])
    if not np.allclose(blocked[:-1], 0, atol=1e-6):
        yield "With all weights 0 and no shortcuts no gradient can pass a block."

    closed = solve(np.zeros_like(x), silent, silent, d_output, True)
    if not np.allclose(np.asarray(closed["states"])[:-1], 0, atol=1e-6):
        yield "With x and all weights 0 every state is 0, and there the ReLU after the addition has gradient 0: none may pass."
    still = solve(np.abs(x) + 0.1, np.zeros((1, 4, 4)), first[:1], d_output, True)
    if not np.allclose(still["first"], 0, atol=1e-6):
        yield "With first weights 0 the hidden units are 0, and there their ReLU has gradient 0: none may reach these weights."

    doubled = solve(x, first, second, 2 * d_output, True)
    single = solve(x, first, second, d_output, True)
    if not all(np.allclose(doubled[name], 2 * np.asarray(single[name]), rtol=1e-3) for name in single):
        yield "Twice the gradient at the output must give twice every norm: the way back is linear in it."


def picture(solve, rng):
    """The norms of the gradients of 24 blocks, on a logarithmic scale, with shortcuts and without."""
    given = stack(rng, 16, 16, 24)
    series = []
    for name, shortcuts in (("with shortcuts", True), ("plain", False)):
        states = np.asarray(solve(*given.values(), shortcuts)["states"], dtype=np.float64)
        # A norm of exactly 0 has no logarithm; it is drawn at the bottom.
        series.append({"name": name, "values": np.log10(np.maximum(states, 1e-30)).tolist()})
    return {
        "kind": "lines",
        "title": "Norm of the gradient in 24 blocks without normalization",
        "series": series,
        "x": "block (0 is the input)",
        "y": "log10 of the norm",
    }
