"""Fresh inputs and laws for the utilization."""
from __future__ import annotations

import numpy as np


def inputs(rng, parameters, layers, heads, size, context, recompute):
    """Arguments of a model of this size that uses between a quarter and a half of its machine."""
    chips, peak = int(rng.integers(16, 512)), float(rng.integers(100, 400)) * 1e12
    needs = 6 * parameters + 12 * layers * heads * size * context
    return {
        "parameters": parameters, "layers": layers, "heads": heads, "size": size, "context": context,
        "tokens_per_second": float(round(rng.uniform(0.25, 0.5) * chips * peak / needs)),
        "chips": chips, "peak": peak, "recompute": recompute,
    }


def cases(rng):
    """Yields (label, arguments): parameters, layers, heads, size, context, tokens_per_second, chips, peak, recompute."""
    yield "PaLM 540B", {
        "parameters": 540.35e9, "layers": 118, "heads": 48, "size": 256, "context": 2048, "tokens_per_second": 238300.0,
        "chips": 6144, "peak": 275e12, "recompute": 0.75,
    }
    yield "a small model with a long context", inputs(rng, 125e6, 12, 12, 64, 8192, 1.0)
    yield "nothing is done again", inputs(rng, 7e9, 32, 32, 128, 4096, 0.0)
    yield "half is done again", inputs(rng, 1.3e9, 24, 16, 128, 2048, 0.5)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: the nine arguments in their order -> dict."""
    given = inputs(rng, 2e9, 20, 16, 128, 4096, 0.5)
    result = solve(*given.values())
    if not isinstance(result, dict) or set(result) != {"mfu", "mfu_without_attention", "hfu"}:
        yield "The result is a dict with the keys mfu, mfu_without_attention and hfu."
        return
    mfu, bare, hfu = (float(result[name]) for name in ("mfu", "mfu_without_attention", "hfu"))
    twice = solve(*{**given, "chips": 2 * given["chips"]}.values())
    if not np.isclose(float(twice["mfu"]), mfu / 2, rtol=1e-4):
        yield "Twice as many chips at the same speed of the whole system must halve the utilization."
        return
    palm = solve(540.35e9, 118, 48, 256, 2048, 238300.0, 6144, 275e12, 0.0)
    for name, right in (("mfu_without_attention", 0.4573), ("mfu", 0.4623)):
        if not np.isclose(float(palm[name]), right, rtol=1e-3):
            yield f"PaLM 540B has {name} {right:.4f} (Section 4.1 says {100 * right:.1f} %); yours is {float(palm[name]):.4g}."
            return
    if hfu < mfu * (1 - 1e-6):
        yield "HFU is smaller than MFU, although it also counts what is computed again."
        return
    whole = solve(*{**given, "recompute": 1.0}.values())
    if not np.isclose(float(whole["hfu"]), float(whole["mfu"]) * 4 / 3, rtol=1e-3):
        yield "Where the whole forward pass is done again, HFU is 4/3 of MFU: one forward pass more beside one forward and two backward parts."
