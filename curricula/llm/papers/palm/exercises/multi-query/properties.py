"""Fresh inputs and laws for attention with shared keys and values."""
from __future__ import annotations

import numpy as np


def inputs(rng, batch, time, width, heads, kv_heads, size):
    """Arguments of these sizes; the scores are far enough from each other to matter."""
    def weight(rows, columns):
        return rng.normal(size=(rows, columns)) * np.sqrt(2.0 / rows)

    return {
        "x": rng.normal(size=(batch, time, width)),
        "wq": weight(width, heads * size),
        "wk": weight(width, kv_heads * size),
        "wv": weight(width, kv_heads * size),
        "wo": weight(heads * size, width),
        "heads": heads,
        "kv_heads": kv_heads,
    }


def large(rng):
    """Scores that are exact in float32 too: of the first head far above 0, of the second far below.

    The two positions are near each other, so that no score is far from another.
    """
    x = (rng.integers(3, 6, size=(1, 1, 4)) * rng.choice([-1.0, 1.0], size=(1, 1, 4))).repeat(2, axis=1)
    x[0, 1, 0] *= 1.03125
    given = inputs(rng, 1, 2, 4, 2, 1, 4)
    return {**given, "x": x, "wq": np.concatenate([700.0 * np.eye(4), -700.0 * np.eye(4)], axis=1), "wk": np.eye(4)}


def cases(rng):
    """Yields (label, arguments): x (batch, time, width), wq, wk, wv, wo, heads, kv_heads."""
    yield "one key head, as in PaLM", inputs(rng, 2, 5, 6, 3, 1, 4)
    yield "two groups of two heads", inputs(rng, 2, 4, 7, 4, 2, 3)
    yield "two groups of three heads", inputs(rng, 1, 6, 8, 6, 2, 2)
    yield "as many key heads as heads", inputs(rng, 1, 4, 6, 3, 3, 4)
    yield "one position", inputs(rng, 2, 1, 5, 4, 2, 2)
    yield "scores of some thousands, above and below 0", large(rng)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (x, wq, wk, wv, wo, heads, kv_heads) -> (output, cache)."""
    given = inputs(rng, 1, 4, 6, 4, 2, 3)
    x, wq, wk, wv, wo, heads, kv_heads = given.values()
    result = solve(*given.values())
    if len(result) != 2:
        yield f"{len(result)} values came back; two are wanted: (output, cache)."
        return
    output, cache = (np.asarray(part) for part in result)
    if output.shape != x.shape:
        yield f"The output has shape {output.shape}; it is that of x, {x.shape}."
        return
    if cache.shape != (2, 1, 2, 4, 3):
        yield f"The cache has shape {cache.shape}; with 2 key heads, 4 positions and size 3 it is (2, 1, 2, 4, 3)."
    changed = x.copy()
    changed[:, -1] = rng.normal(size=6)
    if not np.allclose(np.asarray(solve(changed, *list(given.values())[1:])[0])[:, :-1], output[:, :-1], atol=1e-5):
        yield "The last position changed the output of earlier ones. A position sees itself and those before it."
        return
    first = np.asarray(solve(x[:, :1], *list(given.values())[1:])[0])
    alone = (x[:, :1] @ wv).reshape(1, 1, 2, 3).repeat(2, axis=2).reshape(1, 1, 12) @ wo
    if not np.allclose(first, alone, atol=1e-4):
        yield (
            "A single position attends to itself alone, so each head's result is the value of its group. With 4 heads and 2 key "
            "heads, heads 0 and 1 have the first value and heads 2 and 3 the second; yours differ."
        )
        return
    wide = [weight.reshape(6, 2, 3).repeat(2, axis=1).reshape(6, 12) for weight in (wk, wv)]
    whole = np.asarray(solve(x, wq, *wide, wo, 4, 4)[0])
    if not np.allclose(whole, output, atol=1e-4):
        yield "Ordinary attention whose key heads are repeated within each group gives another output than yours with groups."
