"""Well-known wrong ways back through a stack of blocks."""
from __future__ import annotations

import numpy as np
from reference import gradient_norms, norm
from study_lab import mistake, wrong

wrong(
    "shortcut-lost-on-the-way-back",
    "d_state = d_state + d_sum", "pass",
    "On the way back the gradient only goes through the branch. The shortcut adds its own gradient at the block's input: the "
    "derivative of x + F(x) is 1 plus that of F (eq. (1)).",
)
wrong(
    "always-plain",
    "states, hidden = forward(x, first, second, shortcuts)", "shortcuts = False\n    states, hidden = forward(x, first, second, shortcuts)",
    "The shortcuts are never added, neither forward nor back. With `shortcuts` each block adds its input (eq. (1)).",
)
wrong(
    "always-residual",
    "states, hidden = forward(x, first, second, shortcuts)", "shortcuts = True\n    states, hidden = forward(x, first, second, shortcuts)",
    "The shortcuts are there although `shortcuts` is False. The plain stack has only the branches.",
)
wrong(
    "shortcut-past-relu",
    "d_state = d_hidden @ first[l]", "d_above, d_state = d_state, d_hidden @ first[l]",
    "d_state + d_sum", "d_state + d_above",
    "The gradient of the shortcut bypasses the ReLU after the addition. That ReLU stands behind both ways, so its zeros stop both "
    "(Figure 2).",
)
wrong(
    "outer-relu-ignored",
    "d_state * (states[l + 1] > 0)", "d_state",
    "The way back ignores the ReLU after the addition. Where the state is 0, no gradient passes.",
)
wrong(
    "inner-relu-ignored",
    "(d_sum @ second[l]) * (hidden[l] > 0)", "d_sum @ second[l]",
    "The way back ignores the ReLU inside the branch. Where the hidden unit is 0, no gradient passes.",
)
wrong(
    "not-transposed",
    "d_sum @ second[l]", "d_sum @ second[l].T",
    "d_hidden @ first[l]", "d_hidden @ first[l].T",
    "The gradient goes back through the same product as the way forward. Forward is h @ W.T, so back is d @ W.",
)
wrong(
    "squared-norms",
    "np.sqrt((d**2).sum())", "(d**2).sum()",
    "The sums of squares are returned. A norm is their square root.",
)
wrong(
    "root-mean-square",
    "np.sqrt((d**2).sum())", "np.sqrt((d**2).mean())",
    "The mean of the squares was taken. The Euclidean norm is the root of their sum over all entries, the batch included.",
)
wrong(
    "last-to-first",
    "return result", "return {name: values[::-1] for name, values in result.items()}",
    "The norms stand in the order of the way back. The first entry belongs to the first block, the last to the last.",
)


@mistake(
    "relu-before-addition",
    "The block's last ReLU acts on the branch, before the shortcut is added. In Figure 2 it follows the addition.",
)
def relu_before_addition(x, first, second, d_output, shortcuts=True):
    if not shortcuts:
        return gradient_norms(x, first, second, d_output, shortcuts)
    norm, states, hidden, branches = np.linalg.norm, [x], [], []
    for w_1, w_2 in zip(first, second):
        hidden.append(np.maximum(states[-1] @ w_1.T, 0.0))
        branches.append(hidden[-1] @ w_2.T)
        states.append(states[-1] + np.maximum(branches[-1], 0.0))
    d_state, result = d_output, {"states": [norm(d_output)], "first": [], "second": []}
    for l in reversed(range(len(first))):
        d_branch = d_state * (branches[l] > 0)
        d_hidden = (d_branch @ second[l]) * (hidden[l] > 0)
        d_state = d_state + d_hidden @ first[l]
        for name, d in (("second", d_branch.T @ hidden[l]), ("first", d_hidden.T @ states[l]), ("states", d_state)):
            result[name].append(norm(d))
    return {name: np.array(values[::-1]) for name, values in result.items()}
