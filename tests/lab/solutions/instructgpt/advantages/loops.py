"""Advantages as the double sum of equation (16)."""
import numpy as np


def advantages(rewards, values, mask, gamma, lam):
    """rewards, values, mask: (batch, time). Returns advantages and returns, both (batch, time)."""
    found, returns = np.zeros(rewards.shape), np.zeros(rewards.shape)
    for n, row in enumerate(mask):
        length = int(sum(row))
        v = [float(value) for value in values[n, :length]] + [0.0]
        deltas = [rewards[n, t] + gamma * v[t + 1] - v[t] for t in range(length)]
        for t in range(length):
            found[n, t] = sum((gamma * lam) ** (s - t) * deltas[s] for s in range(t, length))
            returns[n, t] = found[n, t] + v[t]
    return found, returns
