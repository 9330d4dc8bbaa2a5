"""Fresh inputs and laws for the whole Transformer."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


def layer(rng, d_model, d_ff, attentions):
    """The weights of a layer with the named attentions ("self", and "cross" in the decoder)."""
    weights = {}
    for name in attentions:
        weights.update({f"{name}_{w}": 1.2 * rng.normal(size=(d_model, d_model)) / np.sqrt(d_model) for w in "qkvo"})
    weights.update(
        ffn_w_1=rng.normal(size=(d_model, d_ff)) / np.sqrt(d_model),
        ffn_b_1=0.5 * rng.normal(size=d_ff),
        ffn_w_2=rng.normal(size=(d_ff, d_model)) / np.sqrt(d_ff),
        ffn_b_2=0.5 * rng.normal(size=d_model),
    )
    for name in (*attentions, "ffn"):
        weights[f"{name}_gain"] = rng.uniform(0.6, 1.6, size=d_model)
        weights[f"{name}_bias"] = 0.3 * rng.normal(size=d_model)
    return weights


def model(rng, vocabulary, d_model, d_ff, encoders, decoders):
    """The weights of a model: embedding (vocabulary, d_model), lists of encoder and decoder layers."""
    return {
        "embedding": rng.normal(size=(vocabulary, d_model)) / np.sqrt(d_model),
        "encoder": [layer(rng, d_model, d_ff, ("self",)) for _ in range(encoders)],
        "decoder": [layer(rng, d_model, d_ff, ("self", "cross")) for _ in range(decoders)],
    }


def tokens(rng, vocabulary, batch, length, real=None):
    """Whole numbers (batch, length) from 2 on; 0, padding, after the first real[n] tokens of case n."""
    drawn = rng.integers(2, vocabulary, size=(batch, length))
    return drawn if real is None else np.where(np.arange(length) < np.array(real)[:, None], drawn, 0)


def cases(rng):
    """Yields (label, arguments)."""
    for label, batch, sources, targets, d_model, heads, layers, real in (
        ("one layer each", 2, 5, 4, 8, 2, (1, 1), None),
        ("two layers each, padding in the source", 2, 6, 5, 8, 2, (2, 2), (6, 3)),
        ("three encoder layers, two decoder layers", 1, 4, 6, 12, 3, (3, 2), None),
        ("one target token", 2, 4, 1, 4, 1, (1, 2), (2, 4)),
    ):
        yield label, {
            "source": tokens(rng, 9, batch, sources, real),
            "target": tokens(rng, 9, batch, targets),
            "weights": model(rng, 9, d_model, 10, *layers),
            "heads": heads,
        }
    yield "another start token, another padding", {
        "source": np.where(np.arange(5) < np.array([[3], [5]]), tokens(rng, 7, 2, 5), 7),
        "target": tokens(rng, 7, 2, 4),
        "weights": model(rng, 8, 6, 8, 1, 1),
        "heads": 3,
        "start": 0,
        "padding": 7,
    }


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (source, target, weights, heads) -> (batch, targets, vocabulary)."""
    weights = model(rng, 9, 8, 12, 2, 2)
    source, target = tokens(rng, 9, 2, 5), tokens(rng, 9, 2, 6)
    logits = np.asarray(solve(source, target, weights, 2))
    if logits.shape != (2, 6, 9):
        yield f"For six target tokens and a vocabulary of 9 the result has shape {logits.shape}; (2, 6, 9) is right."
        return

    def moved(source, target):
        """Which positions have other logits than before: bool (targets,)."""
        return ~np.isclose(solve(source, target, weights, 2), logits, atol=1e-4).all(axis=(0, 2))

    other = target.copy()
    other[:, 3] = 2 + (target[:, 3] - 1) % 7  # another token from 2 on
    changed = moved(source, other)
    if changed[:3].any():
        yield f"Position {np.flatnonzero(changed)[0]} changed when target token 3 did: the decoder sees what comes later."
    if changed[3]:
        yield "The prediction of target token 3 changed with that token: the decoder reads what it should predict."
    if not changed[4:].all():
        yield "A later prediction did not change with target token 3: the decoder must read it."
    turned = source[:, ::-1].copy()
    if not (turned == source).all() and not moved(turned, target).any():
        yield "The logits did not change when the source was turned round: the positions are missing."

    padded = np.concatenate([source, np.zeros((2, 2), dtype=source.dtype)], axis=1)
    if moved(padded, target).any():
        yield "Padding after the source changed the logits: hide it in the encoder and in cross-attention."
    if not np.allclose(solve(source[:1], target[:1], weights, 2), logits[:1], atol=1e-4):
        yield "Case 0 changed when case 1 left the batch."

    # Nothing reads token 0 here, so its embedding reaches the logits through the projection alone.
    tripled = {**weights, "embedding": weights["embedding"].copy()}
    tripled["embedding"][0] *= 3.0
    wanted = logits * np.where(np.arange(9) == 0, 3.0, 1.0)
    if not np.allclose(solve(source, target, tripled, 2), wanted, atol=1e-3):
        yield "The embedding of token 0, which no case uses, was tripled, and not just its logit: the projection shares the matrix."

    def loud(layers, name, factor=3000.0):
        return [{**one, name: factor * one[name]} for one in layers]

    with np.errstate(all="ignore"):
        for side, name in (("encoder", "self_q"), ("decoder", "self_q"), ("decoder", "cross_q")):
            if not np.isfinite(np.asarray(solve(source, target, {**weights, side: loud(weights[side], name)}, 2))).all():
                yield presuming("Scores of thousands gave NaN or infinity: subtract the largest score of each row before exp.")
                break
        steep = {**weights, "decoder": loud(weights["decoder"], "self_q", 1e5)}
        before, after = (np.asarray(solve(source, one, steep, 2))[:, :4] for one in (target, other))
        if not np.allclose(before, after, atol=1e-3):
            yield presuming("With large scores predictions changed with later tokens: minus infinity hides a key whatever the scores are, a number such as -10000 does not.")
