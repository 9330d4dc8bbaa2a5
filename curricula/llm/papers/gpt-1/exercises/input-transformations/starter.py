from __future__ import annotations

import numpy as np


def transform_inputs(
    task: str, parts: list[np.ndarray], start: int, delimiter: int, extract: int, padding: int
) -> dict[str, np.ndarray]:
    """The sequences of one example for fine-tuning (Section 3.3, Figure 1).

    task: "classification", "entailment", "similarity" or "multiple_choice".
    parts: integer arrays (length,): text; premise and hypothesis; two texts; or document, question and the answers.
    start, delimiter, extract, padding: ids of these tokens.
    Returns a dict: tokens and mask (sequences, time), extract_position (sequences,).
    """
    # TODO: the sequences of each task
    # TODO: pad them, and say where each extract token stands
    raise NotImplementedError("transform_inputs: start, parts, delimiter, extract")
