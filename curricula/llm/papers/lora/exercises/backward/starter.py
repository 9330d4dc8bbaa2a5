from __future__ import annotations

import numpy as np


def lora_backward(
    x: np.ndarray, weight: np.ndarray, a: np.ndarray, b: np.ndarray, alpha: float, grad: np.ndarray
) -> dict[str, np.ndarray]:
    """The gradients of a frozen layer with an update of low rank (Section 4.1, eq. (3)).

    x: (tokens, in). weight: (out, in). a: (r, in). b: (out, r). grad: (tokens, out), with respect to the output.
    Returns a dict: x (tokens, in), a (r, in), b (out, r).
    """
    # TODO: the gradient of B, then of the r numbers between A and B, then of A
    # TODO: the gradient of x, through the frozen matrix and through the update
    raise NotImplementedError("lora_backward: go back through the update and the frozen layer")
