from __future__ import annotations

import numpy as np


def gradient_norms(
    x: np.ndarray, first: np.ndarray, second: np.ndarray, d_output: np.ndarray, shortcuts: bool = True
) -> dict[str, np.ndarray]:
    """Norms of the gradients in a stack of blocks relu(h + relu(h @ first.T) @ second.T) (Section 3.2, eq. (1)).

    x: (batch, units), the first state h_0. first, second: (blocks, units, units).
    d_output: (batch, units), the gradient of the loss with respect to the last state.
    shortcuts: whether the blocks add their input.
    Returns a dict: states (blocks + 1,) for h_0 .. h_L, first (blocks,), second (blocks,).
    """
    # TODO: forward, keeping what the way back needs
    # TODO: from the last block to the first: ReLU, two ways, sum
    raise NotImplementedError("gradient_norms: one way forward, one way back")
