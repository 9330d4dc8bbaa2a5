"""Fresh constants and budgets, and laws of the frontier."""
from __future__ import annotations

import math

PAPER = {"alpha_n": 0.077, "alpha_s": 0.76, "alpha_b": 0.21, "n_c": 6.5e13, "s_c": 2.1e3, "b_star": 2.1e8}
NAMES = ("loss", "parameters", "steps", "batch", "tokens")


def constants(rng):
    return {
        "alpha_n": float(rng.uniform(0.07, 0.12)),
        "alpha_s": float(rng.uniform(0.5, 0.9)),
        "alpha_b": float(rng.uniform(0.18, 0.3)),
        "n_c": float(10.0 ** rng.uniform(12.5, 14)),
        "s_c": float(10.0 ** rng.uniform(3, 4)),
        "b_star": float(10.0 ** rng.uniform(7.8, 8.6)),
    }


def cases(rng):
    """Yields (label, arguments): compute, constants."""
    yield "the paper's constants", {"compute": float(8.64e19 * 10.0 ** rng.uniform(-2, 2)), "constants": dict(PAPER)}
    for _ in range(3):
        yield "other constants", {"compute": float(10.0 ** rng.uniform(17, 22)), "constants": constants(rng)}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (compute, constants) -> dict."""
    fixed, compute = constants(rng), float(10.0 ** rng.uniform(18, 21))
    found = solve(compute, fixed)
    for name in NAMES:
        if name not in found:
            yield f"The dict has no {name}."
            return
    loss, size, steps, batch, tokens = (float(found[name]) for name in NAMES)
    if not all(math.isfinite(one) and one > 0 for one in (loss, size, steps, batch, tokens)):
        yield "All five numbers must be finite and above 0."
        return
    if not near(tokens, batch * steps):
        yield "The tokens must be batch times steps."
    if not near(batch, fixed["b_star"] * loss ** (-1 / fixed["alpha_b"])):
        yield "Loss and batch do not belong together: B is B_* / L^(1/α_B) (eq. (1.4))."
        return
    if not near(6 * size * batch * steps, compute, 1e-2):
        yield f"6 N B S is {6 * size * batch * steps:.3g} FLOPs; the compute is {compute:.3g}."
        return
    size_term, steps_term = (fixed["n_c"] / size) ** fixed["alpha_n"], (fixed["s_c"] / steps) ** fixed["alpha_s"]
    if not near(size_term + steps_term, loss):
        yield f"Size and steps give the loss {size_term + steps_term:.4g} by eq. (1.6); yours is {loss:.4g}."
        return
    for factor in (0.8, 1.25):
        if reached(compute, factor * size, fixed) < loss * (1 - 1e-5):
            yield f"A model of {factor} times your size reaches a lower loss with the same compute."
            return
    losses = [math.log(float(solve(compute * 100.0**power, fixed)["loss"])) for power in range(3)]
    if abs(losses[2] - 2 * losses[1] + losses[0]) > 1e-3:
        yield "The loss must be a power of the compute: its logarithm falls by the same for each factor of 100."


def reached(compute, size, fixed):
    """The loss of a size at a compute with the critical batch: the loss that reproduces itself, by halving."""
    low, high = 1e-6, 1e6
    for _ in range(200):
        loss = math.sqrt(low * high)
        steps = compute / (6 * size * fixed["b_star"] * loss ** (-1 / fixed["alpha_b"]))
        value = (fixed["n_c"] / size) ** fixed["alpha_n"] + (fixed["s_c"] / steps) ** fixed["alpha_s"]
        low, high = (loss, high) if value > loss else (low, loss)
    return low


def near(value, right, share=3e-3):
    return abs(value - right) <= share * abs(right)


def picture(solve, rng):
    """How size and tokens grow with the compute."""
    budgets = [8.64e19 * 10.0 ** (power / 3) for power in range(-12, 7)]
    rows = [solve(budget, dict(PAPER)) for budget in budgets]
    return {
        "kind": "lines",
        "title": "Powers of ten of parameters and tokens, against compute",
        "series": [{"name": name, "values": [math.log10(float(row[name])) for row in rows]} for name in ("parameters", "tokens")],
        "x": "compute, 10^-4 to 10^2 petaflop/s-days",
        "y": "power of ten",
    }
