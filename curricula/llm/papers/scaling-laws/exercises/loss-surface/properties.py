"""Fresh constants, sizes and data, and laws of the joint law."""
from __future__ import annotations

import numpy as np

TABLE_2 = {"alpha_n": 0.076, "alpha_d": 0.103, "n_c": 6.4e13, "d_c": 1.8e13}


def constants(rng):
    alpha_n = rng.uniform(0.06, 0.12)
    return {
        "alpha_n": alpha_n, "alpha_d": alpha_n * rng.uniform(1.2, 1.6),
        "n_c": 10.0 ** rng.uniform(12, 14), "d_c": 10.0 ** rng.uniform(12, 14),
    }


def cases(rng):
    """Yields (label, arguments): n, d, constants, excess."""
    yield "the constants of Table 2", {
        "n": 10.0 ** rng.uniform(6, 10, size=4), "d": 10.0 ** rng.uniform(7, 11, size=4), "constants": dict(TABLE_2), "excess": 0.02,
    }
    yield "other constants", {
        "n": 10.0 ** rng.uniform(6, 9, size=3), "d": 10.0 ** rng.uniform(7, 9, size=3), "constants": constants(rng),
        "excess": float(rng.uniform(0.05, 0.2)),
    }
    yield "a table of sizes and data", {
        "n": 10.0 ** rng.uniform(6, 9, size=(3, 1)), "d": 10.0 ** rng.uniform(7, 9, size=4), "constants": constants(rng),
        "excess": float(rng.uniform(0.05, 0.2)),
    }


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (n, d, constants, excess) -> dict."""
    fixed, excess = constants(rng), float(rng.uniform(0.05, 0.15))
    n, d = 10.0 ** rng.uniform(7, 9, size=3), 10.0 ** rng.uniform(8, 10, size=3)
    found = solve(n, d, fixed, excess)
    for name in ("loss", "overfit", "tokens"):
        if name not in found:
            yield f"The dict has no {name}."
            return
    shapes = {name: np.asarray(value).shape for name, value in solve(n[:, None], d, fixed, excess).items()}
    for name, right in (("loss", (3, 3)), ("overfit", (3, 3)), ("tokens", (3, 1))):
        if shapes[name] != right:
            yield f"For n of shape (3, 1) and d of shape (3,), {name} has shape {shapes[name]}; {right} is right."
            return

    def loss(n, d):
        return np.asarray(solve(n, d, fixed, excess)["loss"], dtype=float)

    size, data = (fixed["n_c"] / n) ** fixed["alpha_n"], (fixed["d_c"] / d) ** fixed["alpha_d"]
    if not np.allclose(loss(n, np.full(3, 1e30)), size, rtol=1e-3):
        yield "With endless data the loss must be (N_c / N) ** alpha_n, eq. (1.1)."
        return
    if not np.allclose(loss(np.full(3, 1e32), d), data, rtol=1e-3):
        yield "With an endless model the loss must be (D_c / D) ** alpha_d, eq. (1.2)."
        return
    base = loss(n, d)
    if not ((loss(2 * n, d) < base) & (loss(n, 2 * d) < base)).all():
        yield "More parameters and more data must both lower the loss."
        return
    ratio = fixed["alpha_n"] / fixed["alpha_d"]
    before, after = found["overfit"], solve(32.0 * n, 32.0**ratio * d, fixed, excess)["overfit"]
    if not np.allclose(before, base / size - 1, rtol=2e-3, atol=1e-5):
        yield "The overfitting must be the loss over the loss with endless data, minus 1 (eq. (4.2))."
    elif not np.allclose(np.asarray(before), np.asarray(after), rtol=2e-3, atol=1e-5):
        yield "The overfitting depends on N ** (alpha_n / alpha_d) / D alone; it changed where this stayed."
    else:
        reached = np.asarray(solve(n, found["tokens"], fixed, excess)["overfit"], dtype=float)
        if not np.allclose(reached, excess, rtol=5e-3):
            yield f"With your tokens the overfitting is {reached[0]:.3g}; {excess:.3g} was asked for."


def picture(solve, rng):
    """The loss against data for three sizes."""
    d = 10.0 ** np.linspace(7, 11, 20)
    series = [
        {"name": f"N = 10^{power}", "values": np.asarray(solve(np.full(20, 10.0**power), d, dict(TABLE_2), 0.02)["loss"]).tolist()}
        for power in (6, 8, 10)
    ]
    return {"kind": "lines", "title": "Loss against data for three sizes", "series": series, "x": "tokens, 10^7 to 10^11", "y": "loss"}
