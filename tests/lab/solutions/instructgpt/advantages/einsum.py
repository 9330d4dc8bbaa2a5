"""Advantages as a product with the triangular matrix of weights."""
import numpy as np


def advantages(rewards, values, mask, gamma, lam):
    """rewards, values, mask: (batch, time). Returns advantages and returns, both (batch, time)."""
    time = rewards.shape[1]
    ahead = np.arange(time)[None, :] - np.arange(time)[:, None]
    weights = np.where(ahead >= 0, (gamma * lam) ** np.maximum(ahead, 0), 0.0)
    known = values * mask
    shift = np.eye(time, k=-1)
    delta = mask * rewards + gamma * np.einsum("bt,ts->bs", known, shift) - known
    found = np.einsum("ts,bs->bt", weights, delta)
    return found, found + known
