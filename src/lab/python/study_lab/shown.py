"""A case's arguments, small enough to read."""
from __future__ import annotations

import numpy as np

MOST_LINES = 40
MOST_SIGNS = 400


def shown(arguments):
    """Lines of text: each argument by name, arrays with their shape and, where they are large, their corners."""
    lines = [line for name, value in arguments.items() for line in lines_of(name, value)]
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], f"… and {len(lines) - MOST_LINES + 1} more"]


def lines_of(name, value):
    if isinstance(value, dict):
        for key in value:
            yield from lines_of(f"{name}[{key!r}]", value[key])
    elif isinstance(value, (list, tuple)) and value and not isinstance(value[0], (int, float, str, bytes)):
        for at, one in enumerate(value):
            yield from lines_of(f"{name}[{at}]", one)
    elif isinstance(value, np.ndarray):
        text = np.array2string(value, precision=4, threshold=64, edgeitems=2, suppress_small=True, separator=", ")
        yield f"{name}, shape {tuple(value.shape)} =\n{text}" if "\n" in text else f"{name} = {text}"
    elif callable(value):
        yield f"{name} is a function"
    else:
        text = repr(value)
        yield f"{name} = {text if len(text) <= MOST_SIGNS else text[: MOST_SIGNS - 1] + '…'}"
