"""Inputs for fine-tuning by writing pieces into an array of padding; the mask is of type bool."""
import numpy as np

ORDERS = {"classification": [(0,)], "entailment": [(0, -1, 1)], "similarity": [(0, -1, 1), (1, -1, 0)]}


def transform_inputs(task, parts, start, delimiter, extract, padding):
    """parts: integer arrays. Returns a dict: tokens, mask (sequences, time), extract_position (sequences,)."""
    orders = ORDERS.get(task) or [(0, 1, -1, answer) for answer in range(2, len(parts))]
    pieces = [np.concatenate([[delimiter] if i < 0 else parts[i] for i in order]) for order in orders]
    ends = np.array([len(piece) + 1 for piece in pieces])
    tokens = np.full((len(pieces), ends.max() + 1), padding)
    tokens[:, 0] = start
    for row, piece in zip(tokens, pieces):
        row[1 : len(piece) + 1] = piece
    tokens[np.arange(len(ends)), ends] = extract
    return {"tokens": tokens, "mask": np.arange(tokens.shape[1]) <= ends[:, None], "extract_position": ends}
