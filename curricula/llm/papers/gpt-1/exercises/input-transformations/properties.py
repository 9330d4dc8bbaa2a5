"""Fresh examples and laws for the inputs of fine-tuning."""
from __future__ import annotations

import numpy as np

SPECIAL = ("start", "delimiter", "extract", "padding")


def example(rng, task, *lengths):
    """An example of the task with parts of these lengths; all special tokens differ and occur in no part."""
    special = rng.permutation(np.arange(90, 100))[:4]
    parts = [rng.integers(0, 90, size=length) for length in lengths]
    return {"task": task, "parts": parts, **{name: int(token) for name, token in zip(SPECIAL, special)}}


def cases(rng):
    """Yields (label, arguments): task, parts (arrays of tokens), start, delimiter, extract, padding."""
    yield "classification", example(rng, "classification", 5)
    yield "entailment", example(rng, "entailment", 6, 3)
    yield "similarity", example(rng, "similarity", 4, 2)
    yield "multiple choice, three answers", example(rng, "multiple_choice", 6, 3, 2, 5, 1)
    yield "multiple choice, answers of one length", example(rng, "multiple_choice", 4, 2, 3, 3)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (task, parts, four ids) -> dict of arrays."""
    for label, given in cases(rng):
        got = {name: np.asarray(value) for name, value in solve(*given.values()).items()}
        if set(got) != {"tokens", "mask", "extract_position"}:
            yield "The dict must hold tokens, mask and extract_position."
            return
        tokens, mask, where = got["tokens"], got["mask"], got["extract_position"]
        if tokens.ndim != 2 or mask.shape != tokens.shape or where.shape != tokens.shape[:1]:
            yield f"{label}: the shapes {tokens.shape}, {mask.shape} and {where.shape} do not fit together."
            return
        wanted = len(given["parts"]) - 2 if given["task"] == "multiple_choice" else 1 + (given["task"] == "similarity")
        inside = (where >= 0) & (where < tokens.shape[1])
        told = (
            (len(tokens) == wanted, f"there are {len(tokens)} sequences; {wanted} are right."),
            ((tokens[:, 0] == given["start"]).all(), "a sequence does not begin with the start token."),
            (
                inside.all() and (tokens[np.arange(len(tokens)), where] == given["extract"]).all(),
                "at extract_position stands another token than extract.",
            ),
            (np.array_equal(mask, tokens != given["padding"]), "the mask is not 1 for every token and 0 for padding."),
        )
        faults = [sentence for holds, sentence in told if not holds]
        yield from (f"{label}: {sentence}" for sentence in faults)
        if faults:
            break  # The other tasks would say the same again.

    given = example(rng, "similarity", 5, 3)
    exchanged = {**given, "parts": given["parts"][::-1]}
    one, two = (np.asarray(solve(*arguments.values())["tokens"]) for arguments in (given, exchanged))
    if not np.array_equal(one, two[::-1]):
        yield "Similarity with the two texts exchanged must give the same two sequences in the other order."


def picture(solve, rng):
    """The sequences of a question with four answers: 0 padding, 1 text, 2 start, 3 delimiter, 4 extract."""
    given = example(rng, "multiple_choice", 7, 4, 2, 5, 1, 3)
    tokens = np.asarray(solve(*given.values())["tokens"])
    kinds = np.ones(tokens.shape)
    for value, name in enumerate(("padding", None, "start", "delimiter", "extract")):
        if name:
            kinds[tokens == given[name]] = value
    return {
        "kind": "heat",
        "title": "Four answers: 0 padding, 1 text, 2 start, 3 delimiter, 4 extract",
        "series": [{"name": "kind of token", "values": kinds.tolist()}],
        "x": "position",
        "y": "sequence",
    }
