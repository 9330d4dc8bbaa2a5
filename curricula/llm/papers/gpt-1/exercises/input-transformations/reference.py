"""Inputs for fine-tuning (Section 3.3, Figure 1)."""
from __future__ import annotations

import numpy as np


def segments(task: str, parts: list[np.ndarray]) -> list[list[list[int]]]:
    """For each sequence the pieces between which a delimiter stands."""
    texts = [[int(token) for token in part] for part in parts]
    if task in ("classification", "entailment"):
        return [texts]
    if task == "similarity":
        first, second = texts
        return [[first, second], [second, first]]
    if task == "multiple_choice":
        document, question, *answers = texts
        return [[document + question, answer] for answer in answers]
    raise ValueError(f"there is no task {task!r}")


def frame(pieces: list[list[int]], start: int, delimiter: int, extract: int) -> list[int]:
    """start, the pieces with delimiters between them, extract."""
    sequence = [start, *pieces[0]]
    for piece in pieces[1:]:
        sequence += [delimiter, *piece]
    return [*sequence, extract]


def batch(sequences: list[list[int]], padding: int) -> dict[str, np.ndarray]:
    """Pads at the end. Returns tokens and mask (sequences, time), extract_position (sequences,)."""
    lengths = np.array([len(sequence) for sequence in sequences])
    tokens = np.full((len(sequences), lengths.max()), padding)
    for row, sequence in zip(tokens, sequences):
        row[: len(sequence)] = sequence
    mask = (np.arange(lengths.max()) < lengths[:, None]).astype(np.int64)
    # The extract token is the last of its sequence, not the last of the row.
    return {"tokens": tokens, "mask": mask, "extract_position": lengths - 1}


def transform_inputs(
    task: str, parts: list[np.ndarray], start: int, delimiter: int, extract: int, padding: int
) -> dict[str, np.ndarray]:
    """parts: integer arrays (length,). Returns tokens and mask (sequences, time), extract_position (sequences,)."""
    return batch([frame(pieces, start, delimiter, extract) for pieces in segments(task, parts)], padding)
