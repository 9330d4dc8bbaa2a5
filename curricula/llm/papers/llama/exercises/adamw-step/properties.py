"""Fresh parameters, gradients and moments, and laws of the step."""
from __future__ import annotations

import numpy as np

SHAPES = ((3, 4), (5,), (2, 2))


def state(rng, at, size, peak=0.05, warmup=10, total=60):
    """Arguments: gradients whose norm together is size."""
    grads = [rng.normal(size=shape) for shape in SHAPES]
    norm = np.sqrt(sum((grad**2).sum() for grad in grads))
    grads = [size / norm * grad for grad in grads]
    near = min(size, 1.0)
    return {
        "params": [rng.normal(size=shape) for shape in SHAPES],
        "grads": grads,
        "m": [0.1 * near * rng.normal(size=shape) * (at > 1) for shape in SHAPES],
        "v": [0.05 * near**2 * rng.uniform(0.2, 1.0, size=shape) * (at > 1) for shape in SHAPES],
        "at": at, "peak": peak, "warmup": warmup, "total": total,
    }


def cases(rng):
    """Yields (label, arguments): params, grads, m, v (lists), at, peak, warmup, total."""
    yield "the first step, large gradients", state(rng, 1, 9.0)
    yield "in the warm-up", state(rng, 6, 0.5)
    yield "behind the warm-up, large gradients", state(rng, 30, 5.0)
    yield "near the end", state(rng, 55, 0.8)
    # Numbers of about 1e-4: here it shows where epsilon stands.
    yield "small gradients", state(rng, 20, 5e-4)
    yield "a large rate", state(rng, 14, 0.7, peak=0.6)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (params, grads, m, v, at, peak, warmup, total) -> dict."""
    given = state(rng, 12, 0.5)
    found = solve(*given.values())
    for name in ("params", "m", "v", "rate"):
        if name not in found:
            yield f"The dict has no {name}."
            return
    for name in ("params", "m", "v"):
        shapes = [np.asarray(one).shape for one in found[name]]
        if shapes != list(SHAPES):
            yield f"{name} holds arrays of the shapes {shapes}; {list(SHAPES)} are right."
            return

    def run(**changed):
        return solve(*{**given, **changed}.values())

    rates = {at: float(run(at=at)["rate"]) for at in (5, 10, 35, 60)}
    for at, share, said in ((10, 1.0, "at the end of the warm-up"), (5, 0.5, "in the middle of the warm-up"), (60, 0.1, "at the last step"), (35, 0.55, "half way down")):
        if abs(rates[at] / 0.05 - share) > 1e-3:
            yield f"The rate {said} is {rates[at] / 0.05:.3g} of the peak; {share:g} is right."
            return
    nothing = [np.zeros(shape) for shape in SHAPES]
    still = run(grads=nothing, m=nothing, v=nothing)
    ratio = np.asarray(still["params"][0], dtype=float) / given["params"][0]
    if not np.isfinite(ratio).all():
        yield "With gradients of zeros the parameters became infinite or NaN: the norm is 0 then, and nothing may be divided by it."
        return
    if not np.allclose(ratio, 1 - 0.1 * float(still["rate"]), atol=1e-4):
        yield f"Without gradients and moments the parameters must shrink by the factor 1 - 0.1 · rate; yours change by {ratio.ravel()[0]:.4f}."
        return
    large = [50.0 * grad for grad in given["grads"]]
    larger = [1000.0 * grad for grad in given["grads"]]
    one, other = (run(grads=grads) for grads in (large, larger))
    if not all(np.allclose(np.asarray(a), np.asarray(b), atol=1e-4) for a, b in zip(one["params"], other["params"])):
        yield "Beyond the norm 1 a longer gradient must not change the step: it is clipped."
    first = run(at=1, m=nothing, v=nothing)
    rate = float(first["rate"])
    moved = [
        (np.asarray(new, dtype=float) - old * (1 - 0.1 * rate)) / rate * np.sign(grad)
        for new, old, grad in zip(first["params"], given["params"], given["grads"])
    ]
    if not all(np.allclose(part, -1.0, atol=1e-2) for part in moved):
        yield "At the first step each number must move by the rate against the sign of its gradient, beside the decay: m̂ is the gradient then, and v̂ its square."


def picture(solve, rng):
    """The rate over a training."""
    given = state(rng, 1, 0.5)
    rates = [float(solve(*{**given, "at": at}.values())["rate"]) for at in range(1, 61)]
    return {
        "kind": "lines", "title": "The rate over 60 steps, 10 of them warm-up", "series": [{"name": "rate", "values": rates}],
        "x": "step", "y": "rate",
    }
