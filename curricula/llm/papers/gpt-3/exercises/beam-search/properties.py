"""Fresh tables of next tokens, and laws of beam search."""
from __future__ import annotations

import itertools

import numpy as np


def log_softmax(values):
    return values - np.log(np.exp(values).sum(axis=-1, keepdims=True))


def tables(rng, vocabulary, width, alpha, most, end_bias=0.0):
    """Arguments: random tables in which token `end` has a logit that is end_bias higher."""
    end = int(rng.integers(vocabulary))
    logits = 1.2 * rng.normal(size=(vocabulary + 1, vocabulary))
    logits[:, end] = end_bias + 0.5 * rng.normal(size=vocabulary + 1)
    found = log_softmax(logits)
    return {"first": found[0], "table": found[1:], "end": end, "width": width, "alpha": alpha, "most": most}


def cases(rng):
    """Yields (label, arguments): first (vocabulary,), table (vocabulary, vocabulary), end, width, alpha, most."""
    for at in range(4):
        yield f"width 4, alpha 0.6, table {at + 1}", tables(rng, 5, 4, 0.6, 6, end_bias=0.3)
    for at in range(4):
        yield f"width 3, alpha 2, table {at + 1}", tables(rng, 4, 3, 2.0, 6, end_bias=0.6)
    for at in range(3):
        yield f"width 2, alpha 1, table {at + 1}", tables(rng, 6, 2, 1.0, 5, end_bias=1.0)
    for at in range(2):
        yield f"no penalty, table {at + 1}", tables(rng, 5, 3, 0.0, 4, end_bias=0.5)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: the arguments above -> (tokens, score)."""
    given = tables(rng, 4, 3, 0.6, 5)
    first, table, end = given["first"], given["table"], given["end"]
    result = solve(*given.values())
    if len(result) != 2:
        yield f"{len(result)} values came back; two are wanted: (tokens, score)."
        return

    def log_probability(tokens):
        return float(first[tokens[0]] + sum(table[a, b] for a, b in zip(tokens, tokens[1:])))

    def run(**changed):
        tokens, score = solve(*{**given, **changed}.values())
        return [int(token) for token in tokens], float(score)

    tokens, score = run()
    if not 1 <= len(tokens) <= 5:
        yield f"The text has {len(tokens)} tokens; it has 1 to 5."
        return
    if end in tokens[:-1]:
        yield "The text goes on after the token that ends it."
        return
    if len(tokens) < 5 and tokens[-1] != end:
        yield "A text that is shorter than `most` must end with the end token."
        return
    right = log_probability(tokens) / ((5 + len(tokens)) / 6) ** 0.6
    if abs(score - right) > 1e-3:
        yield f"Your text has the score {right:.4f}; you return {score:.4f}."
        return
    narrow, _ = run(width=1, alpha=0.0)
    greedy = [int(first.argmax())]
    while len(greedy) < 5 and greedy[-1] != end:
        greedy.append(int(table[greedy[-1]].argmax()))
    if narrow != greedy:
        yield f"With one beam and no penalty the text must be the greedy one, {greedy}; yours is {narrow}."
        return
    # With room for everything the search is exhaustive.
    texts = [list(one) for length in (1, 2, 3) for one in itertools.product(range(4), repeat=length)]
    whole = [one for one in texts if end not in one[:-1] and (len(one) == 3 or one[-1] == end)]
    for alpha in (0.0, 1.0):
        best = max(whole, key=lambda one: log_probability(one) / ((5 + len(one)) / 6) ** alpha)
        found, _ = run(width=64, alpha=alpha, most=3)
        if found != best:
            yield f"With room for all texts of three tokens and alpha = {alpha:g} the best one is {best}; yours is {found}."
            return
