from __future__ import annotations

import numpy as np


def serve(x: np.ndarray, weight: np.ndarray, adapters: list[dict[str, object]], ids: np.ndarray) -> np.ndarray:
    """A frozen layer whose examples use different adapters (Section 4.2).

    x: (batch, tokens, in). weight: (out, in). adapters: dicts of a (r, in), b (out, r), alpha. ids: (batch,), -1 for none.
    Returns (batch, tokens, out).
    """
    # TODO: the frozen layer for all
    # TODO: for each example the update of its adapter
    raise NotImplementedError("serve: add to each example the update of its own adapter")
