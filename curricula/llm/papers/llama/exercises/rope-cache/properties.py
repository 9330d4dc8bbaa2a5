"""Fresh tokens and caches, and laws of attention with a cache."""
from __future__ import annotations

import numpy as np


def step(rng, past, new, heads=2, size=6, batch=2, theta=100.0):
    """Arguments: new tokens and a cache of past ones."""
    q, k, v = rng.normal(size=(3, batch, heads, new, size))
    return {"q": 1.5 * q, "k": k, "v": v, "cache": rng.normal(size=(2, batch, heads, past, size)), "theta": theta}


def cases(rng):
    """Yields (label, arguments): q, k, v (batch, heads, new, size), cache (2, batch, heads, past, size), theta."""
    yield "a prompt, the cache is empty", step(rng, 0, 5)
    yield "one token behind six", step(rng, 6, 1, heads=3, size=4, theta=10000.0)
    yield "three tokens behind four", step(rng, 4, 3, size=8, theta=50.0)
    # The first query's scores are far below 0 and near each other, in the pair that hardly turns; the second query's are 0.
    far = step(rng, 0, 2, theta=1e6)
    far["k"][:, :, 0] = np.array([0.0, 0.0, 2.0, 0.0, 0.0, -3.0]) * rng.uniform(1.0, 1.5, size=(2, 2, 6))
    far["k"][:, :, 1] = 1.005 * far["k"][:, :, 0]
    far["q"] = np.stack([-2000.0 * far["k"][:, :, 0], np.zeros_like(far["k"][:, :, 0])], axis=2)
    yield "a score of some thousands below 0", far


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (q, k, v, cache, theta) -> (output, cache)."""
    given = step(rng, 0, 6)
    q, k, v, cache, theta = given.values()
    result = solve(*given.values())
    if len(result) != 2:
        yield f"{len(result)} values came back; two are wanted: (output, cache)."
        return
    whole, kept = (np.asarray(part, dtype=float) for part in result)
    if whole.shape != q.shape:
        yield f"The output has shape {whole.shape}; {q.shape}, that of q, is right."
        return
    if kept.shape != (2, *q.shape):
        yield f"After six tokens on an empty cache it has shape {kept.shape}; {(2, *q.shape)} is right."
        return
    if not np.allclose(kept[1], v, atol=1e-5):
        yield "The values in the cache must be those that came, not turned."
    if np.allclose(kept[0, :, :, 1:], k[:, :, 1:], atol=1e-5):
        yield "The keys in the cache are those that came: they go in turned, by the positions at which they stand."
        return
    if not np.allclose(whole[:, :, 0], v[:, :, 0], atol=1e-4):
        yield "The first token of all sees itself alone, so its output is its own value."
        return
    later = k.copy()
    later[:, :, -1] += 1.0
    if not np.allclose(np.asarray(solve(q, later, v, cache, theta)[0])[:, :, :-1], whole[:, :, :-1], atol=1e-4):
        yield "The outputs of earlier tokens changed with the last key: attention is causal."
        return
    for chunks in ((4, 2), (1, 1, 1, 1, 1, 1)):
        outputs, now, at = [], cache, 0
        for count in chunks:
            part = slice(at, at + count)
            output, now = (np.asarray(one, dtype=float) for one in solve(q[:, :, part], k[:, :, part], v[:, :, part], now, theta))
            outputs.append(output)
            at += count
        said = "one token at a time" if len(chunks) > 2 else "in chunks of four and two"
        if now.shape != kept.shape or not np.allclose(now, kept, atol=1e-3):
            yield f"Six tokens {said} leave another cache than in one call."
            return
        if not np.allclose(np.concatenate(outputs, axis=2), whole, atol=1e-3):
            yield f"Six tokens {said} have other outputs than in one call."
            return
