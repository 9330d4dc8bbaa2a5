"""Gradients of a stack of blocks, one case at a time, through the Jacobian of each block."""
import numpy as np


def gradient_norms(x, first, second, d_output, shortcuts=True):
    """x, d_output: (batch, units); first, second: (blocks, units, units). Returns states, first, second."""
    blocks, units = len(first), x.shape[1]
    d_states = np.zeros((blocks + 1, *x.shape))
    d_first, d_second = np.zeros(first.shape), np.zeros(second.shape)
    for n in range(len(x)):
        states, insides, jacobians = [x[n]], [], []
        for w_1, w_2 in zip(first, second):
            inside = w_1 @ states[-1]
            inside[inside < 0] = 0
            total = w_2 @ inside + (states[-1] if shortcuts else 0)
            jacobian = w_2 @ np.diag((inside > 0).astype(float)) @ w_1 + (np.eye(units) if shortcuts else 0)
            open_ = np.diag((total > 0).astype(float))
            insides.append(inside)
            jacobians.append((open_, open_ @ jacobian))
            states.append(np.where(total > 0, total, 0.0))
        d_states[blocks, n] = d_output[n]
        for l in range(blocks - 1, -1, -1):
            upstream = jacobians[l][0] @ d_states[l + 1, n]
            for i in range(units):
                d_second[l, i] += upstream[i] * insides[l]
                if insides[l][i] > 0:
                    d_first[l, i] += (upstream @ second[l][:, i]) * states[l]
            d_states[l, n] = d_states[l + 1, n] @ jacobians[l][1]
    lists = {"states": d_states, "first": d_first, "second": d_second}
    return {name: np.array([np.sqrt((part**2).sum()) for part in parts]) for name, parts in lists.items()}
