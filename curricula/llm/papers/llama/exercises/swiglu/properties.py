"""Fresh networks, and laws of the gated unit."""
from __future__ import annotations

import numpy as np


def network(rng, lead, width, inner, scale=1.0):
    return {
        "x": scale * rng.normal(size=(*lead, width)),
        "gate": rng.normal(size=(width, inner)) / np.sqrt(width) * 1.5,
        "up": rng.normal(size=(width, inner)) / np.sqrt(width),
        "down": rng.normal(size=(inner, width)) / np.sqrt(inner),
    }


def cases(rng):
    """Yields (label, arguments): x (..., width), gate, up (width, inner), down (inner, width)."""
    yield "a sequence", network(rng, (5,), 6, 16)
    yield "a batch of sequences, large values", network(rng, (2, 3), 4, 11, scale=3.0)
    yield "small values", network(rng, (4,), 8, 21, scale=0.3)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (x, gate, up, down) -> (..., width)."""
    given = network(rng, (4,), 6, 9)
    x, gate, up, down = given.values()

    def run(**changed):
        return np.asarray(solve(*{**given, **changed}.values()), dtype=float)

    found = run()
    if found.shape != (4, 6):
        yield f"For an input of shape (4, 6) the result has shape {found.shape}; (4, 6) is right."
        return
    for wide, z in ((1.0, 2.0), (1.0, -1.5), (4.0, 3.0)):
        one = float(np.ravel(np.asarray(solve(np.array([wide]), np.array([[z / wide]]), np.array([[3.0 / wide]]), np.array([[1.0]]))))[0])
        right = z / (1.0 + np.exp(-z)) * 3.0
        if abs(one - right) > 1e-3:
            yield f"Where x G is {z:g}, x U is 3 and D is 1, with x = {wide:g}, the result is {one:.4g}; Swish({z:g}) times 3 is {right:.4g}."
            break
    if not np.allclose(run(down=2 * down), 2 * found, atol=1e-3):
        yield "With `down` doubled the result must double."
        return
    if not np.allclose(run(gate=np.zeros_like(gate)), 0.0, atol=1e-5):
        yield "With a gate of zeros the result must be 0: Swish(0) is 0 and multiplies the other branch."
    elif not np.allclose(run(up=2 * up), 2 * found, atol=1e-3):
        yield "With `up` doubled the result must double: its branch is linear."
    elif np.allclose(run(gate=2 * gate), 2 * found, atol=1e-3):
        yield "With the gate doubled the result doubles. Swish is curved, so behind it that can't be."
    order = rng.permutation(9)
    if not np.allclose(run(gate=gate[:, order], up=up[:, order], down=down[order]), found, atol=1e-4):
        yield "The order of the inner units must not matter."
    if not np.allclose(run(x=x[1:2])[0], found[1], atol=1e-4):
        yield "A position alone must give what it gives among others."
