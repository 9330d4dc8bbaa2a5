"""Norms of the gradients in a stack of residual or plain blocks, by hand (Section 3.2, eq. (1))."""
from __future__ import annotations

import numpy as np


def forward(x: np.ndarray, first: np.ndarray, second: np.ndarray, shortcuts: bool) -> tuple[list, list]:
    """x: (batch, units); first, second: (blocks, units, units).

    Returns the states h_0 .. h_L and the hidden layers inside the blocks, lists of (batch, units).
    """
    states, hidden = [np.asarray(x, dtype=np.float64)], []
    for w_1, w_2 in zip(first, second):
        hidden.append(np.maximum(states[-1] @ w_1.T, 0.0))
        branch = hidden[-1] @ w_2.T
        states.append(np.maximum(branch + states[-1] if shortcuts else branch, 0.0))
    return states, hidden


def norm(d: np.ndarray) -> float:
    """d: any shape. Returns its Euclidean norm."""
    return np.sqrt((d**2).sum())


def gradient_norms(
    x: np.ndarray, first: np.ndarray, second: np.ndarray, d_output: np.ndarray, shortcuts: bool = True
) -> dict[str, np.ndarray]:
    """x, d_output: (batch, units); first, second: (blocks, units, units).

    Returns states (blocks + 1,), first (blocks,), second (blocks,).
    """
    states, hidden = forward(x, first, second, shortcuts)
    blocks = len(first)
    result = {"states": np.zeros(blocks + 1), "first": np.zeros(blocks), "second": np.zeros(blocks)}
    d_state = np.asarray(d_output, dtype=np.float64)
    result["states"][blocks] = norm(d_state)
    for l in reversed(range(blocks)):
        # The ReLU after the addition stands before both ways.
        d_sum = d_state * (states[l + 1] > 0)
        result["second"][l] = norm(d_sum.T @ hidden[l])
        d_hidden = (d_sum @ second[l]) * (hidden[l] > 0)
        result["first"][l] = norm(d_hidden.T @ states[l])
        d_state = d_hidden @ first[l]
        if shortcuts:
            # The derivative of the identity is 1: this part arrives whatever the weights are.
            d_state = d_state + d_sum
        result["states"][l] = norm(d_state)
    return result
