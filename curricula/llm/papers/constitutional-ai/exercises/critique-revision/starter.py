from __future__ import annotations

import numpy as np


def critique_revise(
    prompts: list[str], principles: list[tuple[str, str]], draws: np.ndarray, outputs: list[list[str]]
) -> tuple[list[list[str]], list[tuple[str, str]]]:
    """The texts of critique and revision, and the pairs for the fine-tuning (Sections 3.1 and 3.2).

    draws: (prompts, rounds), the principle of each round. outputs: for each prompt response, critique, revision, ...
    Returns (contexts, pairs): for each prompt the texts that are put to the model, and (prompt, revision) tuples.
    """
    # TODO: the first text of a prompt
    # TODO: two texts for each round, and a pair
    raise NotImplementedError("critique_revise: the texts that the model sees, and the pairs of prompt and revision")
