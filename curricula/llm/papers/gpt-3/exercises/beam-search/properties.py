"""Fresh tables of next tokens, and laws of beam search."""
from __future__ import annotations

import itertools

import numpy as np
from reference import beam_search


def log_softmax(values):
    return values - np.log(np.exp(values).sum(axis=-1, keepdims=True))


def tables(rng, vocabulary, width, alpha, most, end_bias=0.0):
    """Arguments: random tables in which token `end` has a logit that is end_bias higher."""
    end = int(rng.integers(vocabulary))
    logits = 1.2 * rng.normal(size=(vocabulary + 1, vocabulary))
    logits[:, end] = end_bias + 0.5 * rng.normal(size=vocabulary + 1)
    found = log_softmax(logits)
    return {"first": found[0], "table": found[1:], "end": end, "width": width, "alpha": alpha, "most": most}


def text(given, **changed):
    return beam_search(*{**given, **changed}.values())[0]


def rival(given, each=False, onward=False):
    """What wins if each beam grows by its own best token alone, or if beams that have ended grow on."""
    first, table, end, width, alpha, most = given.values()
    opened, done = [([], 0.0)], []
    for step in range(most):
        groups = [
            sorted((([*one, token], total + row[token]) for token in range(len(first))), key=lambda beam: -beam[1])
            for one, total in opened
            for row in [table[one[-1]] if one else first]
        ]
        if each and step:
            grown = [group[0] for group in groups]
        else:
            grown = sorted((beam for group in groups for beam in group), key=lambda beam: -beam[1])[:width]
        done += [beam for beam in grown if beam[0][-1] == end]
        opened = grown if onward else [beam for beam in grown if beam[0][-1] != end]
        if not opened:
            break
    return max(done + opened, key=lambda beam: beam[1] / ((5 + len(beam[0])) / 6) ** alpha)[0]


def shrinking(given):
    """What wins if each text that has ended takes a beam away from the steps that follow."""
    first, table, end, width, alpha, most = given.values()
    opened, done = [([], 0.0)], []
    for _ in range(most):
        grown = [([*one, token], total + (table[one[-1]] if one else first)[token]) for one, total in opened for token in range(len(first))]
        kept = sorted(grown, key=lambda beam: -beam[1])[: max(width - len(done), 1)]
        done += [beam for beam in kept if beam[0][-1] == end]
        opened = [beam for beam in kept if beam[0][-1] != end]
        if not opened:
            break
    return max(done + opened, key=lambda beam: beam[1] / ((5 + len(beam[0])) / 6) ** alpha)[0]


def early(given):
    """Whether a text of the end token alone is finished in the first step."""
    return (given["first"] > given["first"][given["end"]]).sum() < given["width"]


# What a case shows, and when a table does.
TELLING = (
    (
        "the penalty decides between finished texts",
        lambda given: text(given)[-1] == given["end"] and text(given) != text(given, alpha=0.0),
        2.0,
    ),
    ("greedy search misses it", lambda given: text(given) != text(given, width=1), 0.6),
    ("an open text wins", lambda given: early(given) and text(given)[-1] != given["end"], 2.0),
    (
        "a finished text wins, but not the first one",
        lambda given: early(given) and text(given)[-1] == given["end"] and 1 < len(text(given)) < given["most"],
        1.0,
    ),
    ("beams compete with each other", lambda given: text(given) != rival(given, each=True), 0.6),
    ("ended beams make room", lambda given: text(given) != rival(given, onward=True), 1.0),
    ("ended beams take none of the next step's places", lambda given: text(given) != shrinking(given), 2.0),
)


def cases(rng):
    """Yields (label, arguments): first (vocabulary,), table (vocabulary, vocabulary), end, width, alpha, most."""
    for label, shows, alpha in TELLING:
        given = tables(rng, 5, 3, alpha, 5, end_bias=0.6)
        while not shows(given):
            given = tables(rng, 5, 3, alpha, 5, end_bias=0.6)
        yield label, given
    yield "width 4, alpha 0.6", tables(rng, 6, 4, 0.6, 6)
    # The end is next to impossible at first, so the short texts that a wrong penalty favors have two tokens and a score of their own.
    given = tables(rng, 5, 3, 2.0, 5, end_bias=0.6)
    while not 2 < len(text(given)) or text(given) == text(given, alpha=0.0):
        given = tables(rng, 5, 3, 2.0, 5, end_bias=0.6)
        given["first"][given["end"]] = -20.0
    yield "no text ends at once", given


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
