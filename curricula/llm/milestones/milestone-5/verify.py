"""Whether adapters of a low rank, merged by the harness itself, bring a pre-trained model to another text."""
from __future__ import annotations

import numpy as np
from source import PAIRS, VOCABULARY, probabilities, sample
from study_lab.milestone import Unfit, handed, log_softmax, logits_of, looks_ahead, picked, standing, steady, weights_of

MOST_BASE_GAP, MOST_GAP = 0.08, 0.1
MOST_RANK, MOST_SHARE = 4, 0.05
BATCH, TIME = 96, 64


def verify(solve, rng):
    """solve: () -> {"base", "adapters", "alpha", "logits"}. Yields requirements and pictures."""
    told = handed(solve(), {"base": "a dict of arrays", "adapters": "a dict of pairs (a, b)", "alpha": "a number", "logits": "a function"})
    base = weights_of(told["base"], "base")
    adapters, alpha = adapters_of(told["adapters"], base), number_of(told["alpha"])
    first, second = sample(rng, BATCH, TIME), sample(rng, BATCH, TIME, shifted=True)

    def model(weights):
        def predict(tokens):
            return logits_of(lambda read: told["logits"](read, {name: value.copy() for name, value in weights.items()}),
                             (*tokens.shape, VOCABULARY), tokens)

        return predict

    def excess(weights, text, shifted):
        got = picked(log_softmax(model(weights)(text)[:, :-1]), text[:, 1:])
        return np.log(picked(probabilities(text, shifted)[:, :-1], text[:, 1:])) - got

    steady(model(base), first)
    merged = merge(base, adapters, alpha)
    on_first, untouched, on_second = excess(base, first, False), excess(base, second, True), excess(merged, second, True)
    yield loss_by_position(second, untouched, on_second)
    runs = told.get("runs")
    if isinstance(runs, dict) and runs:
        yield loss_by_rank({rank: float(excess(merge(base, adapters_of(run, base), alpha), second, True).mean()) for rank, run in sorted(runs.items())})
    yield singular_values(adapters, alpha)

    gap = float(on_first.mean())
    yield from standing("the base is a model of the first text", on_first, gap <= MOST_BASE_GAP, (
        f"On the first text the base's loss is {gap:.4f} nats a token above the floor; at most {MOST_BASE_GAP} is asked."))
    gap, before = float(on_second.mean()), float(untouched.mean())
    said = f"On the second text the merged model's is {gap:.4f} above the floor, the base's {before:.4f}; at most {MOST_GAP} is asked."
    if gap > MOST_GAP:
        said += what_lacks(gap, before, adapters, lambda factor: float(excess(merge(base, adapters, alpha * factor), second, True).mean()))
    yield from standing("the merged model is one of the second text", on_second, gap <= MOST_GAP, said)

    widest, numbers = max(b.shape[1] for _, b in adapters.values()), sum(a.size + b.size for a, b in adapters.values())
    share = numbers / sum(value.size for value in base.values())
    yield "the adapters are small", widest <= MOST_RANK and share <= MOST_SHARE, (
        f"The adapters have rank {widest} at most and {share:.1%} of the base's numbers; at most {MOST_RANK} and {MOST_SHARE:.0%} are asked.")

    idle = model(merge(base, {name: (a, np.zeros_like(b)) for name, (a, b) in adapters.items()}, alpha))(second[:16])
    by_chance = merge(base, {name: (alike(rng, a), alike(rng, b)) for name, (a, b) in adapters.items()}, alpha)
    chance = float(excess(by_chance, second, True).mean())
    moves = not np.allclose(idle, model(base)(second[:16]), atol=1e-5)
    yield "the adapters do the work", not moves and chance > MOST_GAP, (
        "With B = 0 the logits are not the base's: `logits` may depend on its tokens and weights alone." if moves
        else f"Random adapters of the same size leave a gap of {chance:.3f}." if chance > MOST_GAP
        else f"Random adapters of the same size do as well, with a gap of {chance:.4f}: something else than yours knows the second text.")
    back = float(excess(merge(merged, {name: (a, -b) for name, (a, b) in adapters.items()}, alpha), first, False).mean())
    moved = abs(back - float(on_first.mean()))
    yield "unmerging brings the base back", moved <= 1e-3, (
        "Unmerging brings the base back." if moved <= 1e-3 else f"After merging and unmerging the loss on the first text is another by {moved:.2g}.")
    yield looks_ahead(model(merged), second, sample(rng, BATCH, TIME, shifted=True), model(merged)(second), rng)


def adapters_of(given, base):
    """{name: (a, b)} as arrays that fit the base, or the verdict on why not."""
    if not isinstance(given, dict) or not given:
        raise Unfit("wrong-type", "The adapters are a dict from a name of the base to its pair (a, b), one at least.")
    found = {}
    for name, pair in given.items():
        if name not in base or base[name].ndim != 2:
            raise Unfit("wrong-type", f"There is an adapter for {name!r}, and the base has no matrix of that name.")
        if not isinstance(pair, (tuple, list)) or len(pair) != 2:
            raise Unfit("wrong-type", f"The adapter of {name!r} is no pair (a, b).")
        held = weights_of({"a": pair[0], "b": pair[1]}, f"the adapter of {name!r}")
        a, b = held["a"], held["b"]
        rows, columns = base[name].shape
        if a.ndim != 2 or b.ndim != 2 or b.shape[0] != rows or a.shape[1] != columns or a.shape[0] != b.shape[1]:
            raise Unfit("wrong-shape", f"For {name!r} of shape ({rows}, {columns}) b must be ({rows}, r) and a (r, {columns}); they are {b.shape} and {a.shape}.")
        found[name] = (a, b)
    return found


def number_of(alpha):
    try:
        value = float(alpha)
    except (TypeError, ValueError):
        value = np.nan
    if not np.isfinite(value):
        raise Unfit("wrong-type", "alpha is no number.")
    return value


def merge(base, adapters, alpha):
    """W + alpha / r · B A for every adapter; the other weights as they are."""
    return {name: (value + alpha / adapters[name][1].shape[1] * adapters[name][1] @ adapters[name][0]).astype(value.dtype) if name in adapters else value
            for name, value in base.items()}


def alike(rng, matrix):
    """A random matrix of the same shape and norm."""
    drawn = rng.normal(size=matrix.shape)
    return drawn * (np.linalg.norm(matrix) / np.linalg.norm(drawn))


def what_lacks(gap, before, adapters, at_scale):
    """A sentence more on a merged model that is not near its floor. at_scale: the gap with alpha times a factor."""
    rank = max(b.shape[1] for _, b in adapters.values())
    if np.isclose(gap, before, atol=0.02):
        return " That is the base's own: are the adapters trained, and does `logits` use the weights that it is given?"
    for factor, how in ((rank, "alpha"), (1 / rank, "alpha / r²")):
        if rank > 1 and at_scale(factor) <= MOST_GAP:
            return f" Scaled by {how} they would do: they are merged as W + alpha / r · B A, so train them so."
    if sum(b.shape[1] for _, b in adapters.values()) < len(PAIRS):
        return f" The exchange has rank {len(PAIRS)} at the output; this adapter has rank 1."
    return ""


def loss_by_position(text, untouched, merged):
    best = -np.log(picked(probabilities(text, True)[:, :-1], text[:, 1:]))
    return {
        "kind": "lines",
        "title": "Loss on the second text by position, in nats",
        "series": [
            {"name": "merged", "values": (best + merged).mean(axis=0)},
            {"name": "the base alone", "values": (best + untouched).mean(axis=0)},
            {"name": "best possible", "values": best.mean(axis=0)},
        ],
        "x": "position",
        "y": "loss",
    }


def loss_by_rank(gaps):
    return {
        "kind": "lines",
        "title": f"Gap to the floor on the second text by run ({', '.join(map(str, gaps))})",
        "series": [{"name": "yours", "values": list(gaps.values())}, {"name": "what is asked", "values": [MOST_GAP] * len(gaps)}],
        "x": "run",
        "y": "gap",
    }


def singular_values(adapters, alpha):
    values = {name: np.linalg.svd(alpha / b.shape[1] * b @ a, compute_uv=False)[: 2 * MOST_RANK] for name, (a, b) in adapters.items()}
    return {
        "kind": "lines",
        "title": "Singular values of each adapter's product, the largest first",
        "series": [{"name": name, "values": found} for name, found in values.items()],
        "x": "rank",
        "y": "singular value",
    }
