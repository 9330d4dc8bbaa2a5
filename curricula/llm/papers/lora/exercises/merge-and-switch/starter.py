from __future__ import annotations

import numpy as np


def switch(weight: np.ndarray, old: dict[str, object], new: dict[str, object]) -> np.ndarray:
    """Puts the update `new` in place of `old` into a merged matrix (Section 4.1).

    weight: (out, in), with `old` merged. old, new: dicts of a (r, in), b (out, r), alpha; or empty dicts.
    Returns (out, in).
    """
    # TODO: the update of an adapter, with its own scale
    # TODO: take one away, add the other
    raise NotImplementedError("switch: subtract the old update and add the new one")
