"""The texts of critique and revision, and the pairs for the fine-tuning (Sections 3.1 and 3.2)."""
from __future__ import annotations

import numpy as np


def critique_revise(
    prompts: list[str], principles: list[tuple[str, str]], draws: np.ndarray, outputs: list[list[str]]
) -> tuple[list[list[str]], list[tuple[str, str]]]:
    """draws: (prompts, rounds). Returns the contexts of each prompt and the pairs (prompt, revision)."""
    contexts, pairs = [], []
    for prompt, drawn, said in zip(prompts, draws, outputs):
        begin = f"Human: {prompt}\n\nAssistant:"
        asked = [begin]
        response = said[0]
        for at, principle in enumerate(drawn):
            critique_request, revision_request = principles[principle]
            critique, revision = said[2 * at + 1], said[2 * at + 2]
            to_critique = f"{begin} {response}\n\nCritique Request: {critique_request}\n\nCritique:"
            to_revise = f"{to_critique} {critique}\n\nRevision Request: {revision_request}\n\nRevision:"
            asked += [to_critique, to_revise]
            pairs.append((prompt, revision))
            response = revision
        contexts.append(asked)
    return contexts, pairs
