"""Fresh batches and laws for the losses of fine-tuning."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


def inputs(rng, lengths, time, width, vocabulary, classes, coefficient):
    """A batch of texts of these lengths, padded at the end; the extract token is the last of each."""
    batch = len(lengths)
    return {
        "hidden": rng.normal(size=(batch, time, width)),
        "tokens": rng.integers(0, vocabulary, size=(batch, time)),
        "mask": (np.arange(time) < np.array(lengths)[:, None]).astype(np.int64),
        "extract_position": np.array(lengths) - 1,
        "labels": rng.integers(0, classes, size=batch),
        "embedding": rng.normal(size=(vocabulary, width)),
        "head": rng.normal(size=(width, classes)),
        "coefficient": coefficient,
    }


def cases(rng):
    """Yields (label, arguments); shapes as in the exercise."""
    yield "three texts of different lengths", inputs(rng, (7, 4, 5), 7, 6, 9, 3, 0.5)
    yield "one text without padding", inputs(rng, (6,), 6, 4, 5, 2, 0.5)
    yield "a small lambda", inputs(rng, (3, 8), 8, 5, 6, 4, 0.1)
    yield "as many classes as tokens", inputs(rng, (4, 3, 5, 2), 5, 5, 5, 5, 0.3)
    yield "lambda is 0", inputs(rng, (4, 6), 6, 4, 7, 2, 0.0)


def label_loss(hidden, extract_position, labels, head):
    """The mean loss of the labels. Shapes as in the exercise."""
    logits = hidden[np.arange(len(hidden)), extract_position] @ head
    largest = logits.max(axis=-1)
    total = largest + np.log(np.exp(logits - largest[:, None]).sum(axis=-1))
    return (total - logits[np.arange(len(labels)), labels]).mean()


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: the eight arguments -> dict of three numbers."""
    given = inputs(rng, (6, 4, 3), 7, 5, 8, 3, 0.5)
    got = solve(*given.values())
    for name in ("task", "language", "total"):
        if name not in got or np.shape(got[name]) != ():
            yield f"{name} must be there and be one number."
            return

    def after(**changes):
        return solve(*{**given, **changes}.values())

    def same(result, name):
        return bool(np.isclose(result[name], got[name], atol=1e-5))

    totals = [float(after(coefficient=c)["total"]) for c in (0.0, 1.0, 2.0)]
    if not np.isclose(totals[0], got["task"], atol=1e-5):
        yield "With lambda 0 the total must be the task loss."
    if not np.allclose(np.diff(totals), got["language"], atol=1e-4):
        yield "The total must grow by the language loss when lambda grows by 1."
    if float(got["task"]) < 0 or float(got["language"]) < 0:
        yield "A loss is negative: the logarithm of a probability is, so a loss takes the opposite sign."

    hidden = given["hidden"].copy()
    hidden[np.arange(3), given["extract_position"]] += rng.normal(size=(3, 5))
    moved = after(hidden=hidden)
    if same(moved, "task"):
        yield "The task loss did not change with the hidden states at the extract tokens."
    if not same(moved, "language"):
        yield "The language loss changed with the hidden states at the extract tokens: nothing comes after them."
    padded = np.where(given["mask"][..., None] == 1, given["hidden"], rng.normal(size=(3, 7, 5)))
    moved = after(hidden=padded)
    if not same(moved, "task") or not same(moved, "language"):
        yield "A loss changed with hidden states of padding."
    tokens = np.where(given["mask"] == 1, given["tokens"], (given["tokens"] + 1) % 8)
    if not same(after(tokens=tokens), "language"):
        yield "The language loss changed with the padding tokens."

    even = after(hidden=np.zeros_like(given["hidden"]))
    if not np.isclose(even["task"], np.log(3), atol=1e-5) or not np.isclose(even["language"], np.log(8), atol=1e-5):
        yield presuming("With hidden states of 0 all outcomes are equally likely: the losses must be log 3 (classes) and log 8 (tokens).")
    with np.errstate(all="ignore"):
        large = after(hidden=2000.0 * given["hidden"])
    if not all(np.isfinite(value) for value in large.values()):
        yield presuming("Very large hidden states gave a loss that is not finite: use log softmax and subtract the largest logit.")
        return
    right = label_loss(2000.0 * given["hidden"], given["extract_position"], given["labels"], given["head"])
    if not np.isclose(large["task"], right, rtol=1e-3, atol=1e-3):
        yield presuming("Very large hidden states gave another task loss than log softmax: no small number belongs inside the logarithm.")


def picture(solve, rng):
    """Which hidden states move the two losses."""
    given = inputs(rng, (9, 6, 4), 9, 5, 8, 3, 0.5)
    before = solve(*given.values())
    moved = {"task": np.zeros((3, 9)), "language": np.zeros((3, 9))}
    for place in np.ndindex(3, 9):
        hidden = given["hidden"].copy()
        hidden[place] += rng.normal(size=5)
        after = solve(*{**given, "hidden": hidden}.values())
        for name, values in moved.items():
            values[place] = abs(float(after[name]) - float(before[name]))
    return {
        "kind": "heat",
        "title": "Where the two losses look: texts of 9, 6 and 4 tokens",
        "series": [{"name": f"change of the {name} loss", "values": values.tolist()} for name, values in moved.items()],
        "x": "position",
        "y": "text",
    }
