"""Fresh questions with choices, and laws of their scores."""
from __future__ import annotations

import numpy as np


def question(rng, lengths, context, vocabulary, method, padding=2, scale=1.5):
    """Arguments: a choice for each length, behind contexts of about the same length."""
    choices, time = len(lengths), context + max(lengths) + padding
    starts = context - rng.integers(0, 2, size=choices)
    return {
        "logits": scale * rng.normal(size=(choices, time, vocabulary)),
        "tokens": rng.integers(0, vocabulary, size=(choices, time)),
        "starts": starts,
        "stops": starts + np.array(lengths),
        "neutral": -rng.uniform(2.0, 9.0, size=choices),
        "method": method,
    }


def alike(rng):
    """A question whose two best choices are the same, so that their scores are equal."""
    given = question(rng, [2, 2, 2, 2], 4, 6, "sum")
    order, twin = np.array([0, 1, 2, 2]), given["logits"].copy()
    twin[2, np.arange(given["starts"][2], given["stops"][2]) - 1, given["tokens"][2, given["starts"][2] : given["stops"][2]]] += 8.0
    given["logits"] = twin
    return {name: value if name == "method" else value[order] for name, value in given.items()}


def cases(rng):
    """Yields (label, arguments): logits, tokens, starts, stops, neutral, method."""
    for method in ("sum", "token", "unconditional"):
        yield f"four choices, {method}", question(rng, [1, 4, 2, 3], 5, 7, method)
    yield "long completions, token", question(rng, [6, 3, 5], 3, 11, "token")
    yield "long completions, unconditional", question(rng, [2, 5, 7], 4, 9, "unconditional")
    yield "two choices that are the same", alike(rng)
    yield "large logits", question(rng, [3, 2, 4], 4, 9, "sum", scale=900.0)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: the arguments above -> (scores, best)."""
    given = question(rng, [2, 3, 1], 4, 6, "sum")
    result = solve(*given.values())
    if len(result) != 2:
        yield f"{len(result)} values came back; two are wanted: (scores, best)."
        return
    sums, best = np.asarray(result[0], dtype=float), int(result[1])
    if sums.shape != (3,):
        yield f"scores has shape {sums.shape}; one number for each of three choices is right."
        return

    def scored(method="sum", **changed):
        return np.asarray(solve(*{**given, "method": method, **changed}.values())[0], dtype=float)

    if best != int(sums.argmax()):
        yield f"best is {best}, and choice {int(sums.argmax())} has the highest score."
    moved = scored(logits=given["logits"] + 3.0 * rng.normal(size=(3, given["tokens"].shape[1], 1)))
    if not np.allclose(moved, sums, atol=1e-3):
        yield "The scores changed when a constant was added to all logits of a position: a softmax takes that up."
    elif not (sums < 1e-6).all():
        yield "A log probability is above 0."

    behind, before = given["tokens"].copy(), given["tokens"].copy()
    for row, (start, stop) in enumerate(zip(given["starts"], given["stops"])):
        behind[row, stop:] = (behind[row, stop:] + 1) % 6
        before[row, :start] = (before[row, :start] + 1) % 6
    if not np.allclose(scored(tokens=behind), sums, atol=1e-4):
        yield "The scores changed with the padding behind the completions."
    if not np.allclose(scored(tokens=before), sums, atol=1e-4):
        yield "With the logits as they are, the scores changed with the ids of the context: only completion tokens are scored."

    flat = scored(logits=np.zeros_like(given["logits"]))
    if not np.allclose(flat, -np.log(6) * np.array([2, 3, 1]), atol=1e-4):
        yield f"With six equally likely tokens, completions of 2, 3 and 1 tokens have the sums -log 6 times that; {np.round(flat, 3)} came back."
    elif not np.allclose(scored("token", logits=np.zeros_like(given["logits"])), -np.log(6), atol=1e-4):
        yield "With six equally likely tokens, the score per token is -log 6 for each completion, whatever its length."

    order = rng.permutation(3)
    turned = scored(**{name: given[name][order] for name in ("logits", "tokens", "starts", "stops", "neutral")})
    if not np.allclose(turned, sums[order], atol=1e-4):
        yield "When the choices change places, their scores must go with them."
    if not np.allclose(scored("unconditional", neutral=np.zeros(3)), sums, atol=1e-4):
        yield "A completion that is certain without the question (log probability 0) has its own log probability as the score."
