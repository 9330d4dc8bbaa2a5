from __future__ import annotations


def extract(text: str, kind: str) -> str:
    """The answer in what a model said.

    kind: "number", "choice" or "yes-no".
    Returns the answer, or "" where there is none.
    """
    # TODO: what counts of the text
    # TODO: what stands behind the last "the answer is"
    # TODO: the first fitting piece of it, normalized
    raise NotImplementedError("extract: the answer behind the last \"the answer is\"")
