"""Fresh models, texts and caches, and laws, for decoding with a cache."""
from __future__ import annotations

import numpy as np
from reference import forward_cached
from study_lab import presuming

VOCABULARY, CONTEXT = 11, 12


def linear(rng, rows, columns):
    return rng.normal(size=(rows, columns)) * 1.2 / np.sqrt(rows)


def block_weights(rng, width):
    """Weights of a block, large enough that every part of it shows in the logits."""
    inner = 2 * width
    block = {"ln_1_gain": rng.uniform(0.5, 1.5, size=width), "ln_2_gain": rng.uniform(0.5, 1.5, size=width)}
    for name, columns in (("ln_1", width), ("ln_2", width), ("qkv", 3 * width), ("out", width), ("fc", inner), ("proj", width)):
        block[f"{name}_bias"] = 0.2 * rng.normal(size=columns)
    block.update(
        qkv_weight=linear(rng, width, 3 * width), out_weight=linear(rng, width, width),
        fc_weight=linear(rng, width, inner), proj_weight=linear(rng, inner, width),
    )
    return block


def model(rng, width, layers, loudness=1.0):
    """Weights of a small model with embeddings (11, width) and (12, width) of this deviation."""
    return {
        "token_embedding": loudness * rng.normal(size=(VOCABULARY, width)),
        "position_embedding": loudness * rng.normal(size=(CONTEXT, width)),
        "blocks": [block_weights(rng, width) for _ in range(layers)],
        "ln_f_gain": rng.uniform(0.5, 1.5, size=width),
        "ln_f_bias": 0.2 * rng.normal(size=width),
    }


def empty(batch, weights, heads):
    """A cache of no tokens: (layers, 2, batch, heads, 0, width / heads)."""
    width = weights["token_embedding"].shape[1]
    return np.zeros((len(weights["blocks"]), 2, batch, heads, 0, width // heads))


def inputs(rng, batch, past, new, width, heads, layers=2, loudness=1.0):
    """Arguments in the middle of a text: the cache is that of `past` random tokens."""
    weights = model(rng, width, layers, loudness)
    text = rng.integers(0, VOCABULARY, size=(batch, past + new))
    cache = empty(batch, weights, heads)
    if past:
        _, cache = forward_cached(text[:, :past], cache, weights, heads)
    return {"tokens": text[:, past:], "cache": cache, "weights": weights, "heads": heads}


def cases(rng):
    """Yields (label, arguments): tokens (batch, new), cache (layers, 2, batch, heads, past, size), weights, heads."""
    yield "a prompt of five tokens", inputs(rng, 2, 0, 5, 8, 2)
    yield "one token after four", inputs(rng, 2, 4, 1, 8, 2)
    yield "three tokens after two", inputs(rng, 1, 2, 3, 12, 3, layers=3)
    yield "two tokens after six", inputs(rng, 2, 6, 2, 6, 1)
    yield "the first token", inputs(rng, 3, 0, 1, 8, 4, layers=1)
    yield "two faint tokens after one, where epsilon counts", inputs(rng, 1, 1, 2, 8, 2, layers=1, loudness=0.002)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (tokens, cache, weights, heads) -> (logits, cache)."""
    weights, heads = model(rng, 8, 2), 2
    text = rng.integers(0, VOCABULARY, size=(2, 8))
    start = empty(2, weights, heads)
    result = solve(text, start, weights, heads)
    if len(result) != 2:
        yield f"{len(result)} values came back; two are wanted: (logits, cache)."
        return
    whole, full = (np.asarray(part) for part in result)
    if whole.shape != (2, 8, VOCABULARY) or full.shape != (2, 2, 2, 2, 8, 4):
        yield f"For eight tokens the shapes are {whole.shape} and {full.shape}; (2, 8, 11) and (2, 2, 2, 2, 8, 4) are right."
        return

    for sizes in ((1,) * 8, (3, 1, 4), (5, 3)):
        cache, done, parts = start, 0, []
        for size in sizes:
            logits, cache = solve(text[:, done : done + size], cache, weights, heads)
            parts.append(np.asarray(logits))
            done += size
        error = np.abs(np.concatenate(parts, axis=1) - whole).max()
        if not error <= 1e-3:
            yield f"Chunks of {', '.join(map(str, sizes))} tokens gave other logits than one pass, by up to {error:.2g}."
        elif np.shape(cache) != full.shape or not np.allclose(cache, full, atol=1e-3):
            yield f"Chunks of {', '.join(map(str, sizes))} tokens left another cache than one pass."
        else:
            continue
        break

    _, early = solve(text[:, :5], start, weights, heads)
    _, later = solve(text[:, 5:], early, weights, heads)
    if not np.allclose(np.asarray(later)[..., :5, :], early, atol=1e-6):
        yield "What the cache held of the first five tokens changed when three more came: the past stays as it is."
    other = np.asarray(early) + rng.normal(size=np.shape(early))
    if np.allclose(solve(text[:, 5:], other, weights, heads)[0], whole[:, 5:], atol=1e-3):
        yield "Another cache gave the same logits: the new tokens must read keys and values from it."

    loud = [{**block, "qkv_weight": 300.0 * block["qkv_weight"]} for block in weights["blocks"]]
    with np.errstate(all="ignore"):
        given = np.asarray(solve(text, start, {**weights, "blocks": loud}, heads)[0])
        if not np.isfinite(given).all():
            yield presuming("Scores of thousands gave NaN or infinity: subtract the largest score of each row before exp.")
        for _ in range(4):
            other_end = np.concatenate([text[:, :4], rng.integers(0, VOCABULARY, size=(2, 4))], axis=1)
            if not np.allclose(solve(other_end, start, {**weights, "blocks": loud}, heads)[0][:, :4], given[:, :4], atol=1e-3):
                yield presuming("With large scores tokens changed with later ones: minus infinity hides a key whatever the scores are, a number such as -10000 does not.")
                break


def picture(solve, rng):
    """How far the logits of a text, decoded token by token, are from those of one pass."""
    weights, heads = model(rng, 8, 2), 2
    text = rng.integers(0, VOCABULARY, size=(1, CONTEXT))
    cache = empty(1, weights, heads)
    whole, _ = forward_cached(text, cache, weights, heads)
    steps = []
    for t in range(CONTEXT):
        logits, cache = solve(text[:, t : t + 1], cache, weights, heads)
        steps.append(np.asarray(logits)[0, 0])
    return {
        "kind": "heat",
        "title": "Token by token against one pass: error of the logits",
        "series": [{"name": "error", "values": np.abs(np.stack(steps) - whole[0]).tolist()}],
        "x": "vocabulary",
        "y": "position",
    }
