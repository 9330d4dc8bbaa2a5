"""Fresh queries at several positions, and laws of the rotation."""
from __future__ import annotations

import numpy as np


def cases(rng):
    """Yields (label, arguments): x (batch, heads, time, size), positions (time,), theta, pairing."""
    for pairing in ("neighbours", "halves"):
        yield f"{pairing}, from the beginning", {
            "x": rng.normal(size=(2, 3, 5, 8)), "positions": np.arange(5), "theta": 10000.0, "pairing": pairing,
        }
        yield f"{pairing}, later positions", {
            "x": rng.normal(size=(1, 2, 4, 6)), "positions": np.sort(rng.integers(5, 60, size=4)), "theta": 500.0, "pairing": pairing,
        }


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (x, positions, theta, pairing) -> the shape of x."""
    x = rng.normal(size=(1, 2, 4, 6))
    places, theta = np.array([0, 3, 7, 8]), 100.0
    for pairing in ("neighbours", "halves"):
        def run(x, positions, pairing=pairing):
            return np.asarray(solve(x, np.asarray(positions), theta, pairing), dtype=float)

        found = run(x, places)
        if found.shape != x.shape:
            yield f"The result has shape {found.shape}; {x.shape}, that of x, is right."
            return
        if not np.allclose(found[:, :, 0], x[:, :, 0], atol=1e-5):
            yield f"With {pairing}, position 0 must leave a vector as it is."
            return
        members = [(2 * i, 2 * i + 1) if pairing == "neighbours" else (i, i + 3) for i in range(3)]
        before, after = (np.stack([np.hypot(y[..., a], y[..., b]) for a, b in members]) for y in (x, found))
        if not np.allclose(before, after, atol=1e-3):
            yield f"With {pairing} the length of a pair changed: a rotation keeps it. The pairs are {members}."
            return
        q, k = rng.normal(size=(2, 1, 1, 1, 6))
        near, far = (float((run(q, [m]) * run(k, [n])).sum()) for m, n in ((5, 2), (25, 22)))
        if abs(near - far) > 1e-3:
            yield f"With {pairing}, the product of a query and a key three positions apart is {near:.4g} in one place and {far:.4g} in another."
            return
        if not np.allclose(run(run(x, [2, 2, 2, 2]), places), run(x, places + 2), atol=1e-3):
            yield f"With {pairing}, turning by 2 positions and then by m must be turning by m + 2."
            return
        for i, (a, b) in enumerate(members):
            unit = np.zeros((1, 1, 1, 6))
            unit[..., a] = 1.0
            turned = run(unit, [1])[0, 0, 0]
            angle, right = float(np.arctan2(turned[b], turned[a])), theta ** (-i / 3)
            if abs(angle - right) > 1e-3:
                yield f"With {pairing}, size 6 and theta {theta:g}, pair {i} turns by {angle:.4g} at position 1; {right:.4g} is right."
                return
    order = np.array([0, 2, 4, 1, 3, 5])
    halves, neighbours = (np.asarray(solve(y, places, theta, name), dtype=float) for y, name in ((x[..., order], "halves"), (x, "neighbours")))
    if not np.allclose(halves, neighbours[..., order], atol=1e-3):
        yield "With its numbers in the other order, a vector turned by halves must be the one turned by neighbours."


def picture(solve, rng):
    """The product of a query and a key, by their distance."""
    q = np.ones((1, 1, 1, 64))
    still = np.asarray(solve(q, np.array([0]), 10000.0, "halves"))
    products = [float((still * np.asarray(solve(q, np.array([far]), 10000.0, "halves"))).sum()) / 64 for far in range(0, 100, 2)]
    return {
        "kind": "lines",
        "title": "Product of two equal vectors of ones, by distance",
        "series": [{"name": "product / size", "values": products}],
        "x": "distance / 2",
        "y": "product",
    }
