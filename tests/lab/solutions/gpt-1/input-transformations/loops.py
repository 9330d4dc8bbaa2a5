"""Inputs for fine-tuning, each task spelled out."""
import numpy as np


def transform_inputs(task, parts, start, delimiter, extract, padding):
    """parts: integer arrays. Returns a dict: tokens, mask (sequences, time), extract_position (sequences,)."""
    texts = [list(part) for part in parts]
    rows = []
    if task == "classification":
        rows.append([start] + texts[0] + [extract])
    elif task == "entailment":
        rows.append([start] + texts[0] + [delimiter] + texts[1] + [extract])
    elif task == "similarity":
        rows.append([start] + texts[0] + [delimiter] + texts[1] + [extract])
        rows.append([start] + texts[1] + [delimiter] + texts[0] + [extract])
    else:
        for answer in texts[2:]:
            rows.append([start] + texts[0] + texts[1] + [delimiter] + answer + [extract])
    time = max(len(row) for row in rows)
    return {
        "tokens": np.array([row + [padding] * (time - len(row)) for row in rows]),
        "mask": np.array([[1] * len(row) + [0] * (time - len(row)) for row in rows]),
        "extract_position": np.array([row.index(extract) for row in rows]),
    }
