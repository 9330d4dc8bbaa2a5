"""Fresh inputs and laws for a tied embedding."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


def inputs(rng, batch, time, vocabulary, width):
    """tokens and targets (batch, time), embedding (vocabulary, width), weight (width, width). The first token occurs twice."""
    tokens = rng.integers(0, vocabulary, size=(batch, time))
    tokens[0, -1] = tokens[0, 0]
    return {
        "tokens": tokens,
        "targets": rng.integers(0, vocabulary, size=(batch, time)),
        "embedding": rng.normal(size=(vocabulary, width)),
        "weight": rng.normal(size=(width, width)) * 0.8 / np.sqrt(width),
    }


def cases(rng):
    """Yields (label, arguments): tokens, targets (batch, time), embedding (vocabulary, width), weight (width, width)."""
    yield "two texts, five positions", inputs(rng, 2, 5, 9, 4)
    yield "one text, three positions", inputs(rng, 1, 3, 6, 5)
    yield "as many tokens as the width", inputs(rng, 2, 4, 6, 6)
    yield "few tokens, often repeated", inputs(rng, 3, 6, 3, 4)
    yield "one position", inputs(rng, 1, 1, 5, 3)


def slope(loss, values, step=1e-4):
    """Central differences of loss(values) for each entry. values and result: the same shape."""
    result = np.empty(values.shape)
    for index in np.ndindex(*values.shape):
        change = np.zeros(values.shape)
        change[index] = step
        result[index] = (loss(values + change) - loss(values - change)) / (2 * step)
    return result


def mean_loss(tokens, targets, embedding, weight):
    """The loss on its own, in float64, for the finite differences. Shapes as in the exercise."""
    logits = np.tanh(embedding[tokens] @ weight) @ embedding.T
    chosen = np.take_along_axis(logits, targets[..., None], axis=-1)[..., 0]
    largest = logits.max(axis=-1)
    return (largest + np.log(np.exp(logits - largest[..., None]).sum(axis=-1)) - chosen).mean()


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (tokens, targets, embedding, weight) -> dict."""
    given = inputs(rng, 2, 3, 5, 4)
    tokens, targets, embedding, weight = given.values()
    got = solve(tokens, targets, embedding, weight)
    shapes = {"logits": (2, 3, 5), "loss": (), "embedding_gradient": (5, 4)}
    for name, shape in shapes.items():
        if name not in got or np.shape(got[name]) != shape:
            yield f"{name} must be there with shape {shape}; it has {np.shape(got[name]) if name in got else 'no value'}."
            return

    numeric = slope(lambda e: mean_loss(tokens, targets, e, weight), embedding)
    error = np.abs(np.asarray(got["embedding_gradient"]) - numeric).max()
    if not error <= 1e-4:
        yield presuming(f"The gradient of the embedding differs from finite differences by up to {error:.2g}.")

    absent = np.setdiff1d(np.arange(5), np.concatenate([tokens.ravel(), targets.ravel()]))
    if len(absent) and np.allclose(np.asarray(got["embedding_gradient"])[absent], 0, atol=1e-9):
        yield "A token that occurs nowhere got no gradient: its logit takes part in every softmax."

    order = rng.permutation(5)
    place = np.argsort(order)
    renamed = solve(place[tokens], place[targets], embedding[order], weight)
    if not np.isclose(renamed["loss"], got["loss"], atol=1e-5):
        yield "The loss changed when the tokens were numbered in another way, the embedding's rows with them."

    flat = solve(tokens, targets, np.zeros_like(embedding), weight)
    if not np.isclose(flat["loss"], np.log(5), atol=1e-5):
        yield presuming("With an embedding of zeros all five tokens are equally likely, so the loss must be log 5.")

    with np.errstate(all="ignore"):
        large = solve(tokens, targets, 3000.0 * embedding, weight)
    if not np.isfinite(large["loss"]) or not np.isfinite(np.asarray(large["embedding_gradient"])).all():
        yield presuming("Very large logits gave a loss or gradient that is not finite: subtract the largest logit before exp.")
    elif not np.isclose(large["loss"], mean_loss(tokens, targets, 3000.0 * embedding, weight), rtol=1e-3):
        yield presuming("Very large logits gave another loss than log softmax gives: take no logarithm of a probability that is 0 or clipped.")


def picture(solve, rng):
    """The gradient of each token's row, for a text that uses only some of the tokens."""
    given = inputs(rng, 1, 4, 10, 8)
    given["tokens"], given["targets"] = given["tokens"] % 4, given["targets"] % 4
    gradient = np.asarray(solve(*given.values())["embedding_gradient"])
    return {
        "kind": "heat",
        "title": "Gradient of the tied embedding; only tokens 0 to 3 occur in the text",
        "series": [{"name": "gradient", "values": gradient.tolist()}],
        "x": "width",
        "y": "token",
    }
