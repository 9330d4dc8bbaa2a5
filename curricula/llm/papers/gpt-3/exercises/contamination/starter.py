from __future__ import annotations

import numpy as np


def contamination(examples: list[str], documents: list[str], scores: np.ndarray) -> dict[str, object]:
    """Which examples of a benchmark stand in the training data, and what that does to the score (Section 4, Appendix C).

    scores: (examples,). Returns a dict: n, dirty (examples,), all, clean, relative.
    """
    # TODO: words of all texts, and n from the lengths of the examples
    # TODO: the n-grams of the documents, and the examples that share one
    # TODO: the mean scores
    raise NotImplementedError("contamination: find the examples that share an n-gram with a document")
