"""Well-known wrong ways back through a stack of blocks."""
from __future__ import annotations

import numpy as np
from reference import forward, gradient_norms
from study_lab import mistake


def backward(
    x, first, second, d_output, shortcuts, *, with_shortcuts=None, past_relu=False, outer=True, inner=True,
    turned=False, norm=np.linalg.norm,
):
    """The right way back with parts exchanged. with_shortcuts: on the way back only; turned: W instead of its transpose."""
    states, hidden = forward(x, first, second, shortcuts)
    back = shortcuts if with_shortcuts is None else with_shortcuts
    blocks, d_state = len(first), d_output
    result = {"states": np.zeros(blocks + 1), "first": np.zeros(blocks), "second": np.zeros(blocks)}
    result["states"][blocks] = norm(d_state)
    for l in reversed(range(blocks)):
        d_sum = d_state * (states[l + 1] > 0) if outer else d_state
        result["second"][l] = norm(d_sum.T @ hidden[l])
        d_hidden = d_sum @ (second[l].T if turned else second[l])
        if inner:
            d_hidden = d_hidden * (hidden[l] > 0)
        result["first"][l] = norm(d_hidden.T @ states[l])
        through = d_hidden @ (first[l].T if turned else first[l])
        d_state = through + (d_state if past_relu else d_sum) if back else through
        result["states"][l] = norm(d_state)
    return result


@mistake(
    "shortcut-lost-on-the-way-back",
    "On the way back the gradient only goes through the branch. The shortcut adds its own gradient at the block's input: the "
    "derivative of x + F(x) is 1 plus that of F (eq. (1)).",
)
def shortcut_lost(x, first, second, d_output, shortcuts=True):
    return backward(x, first, second, d_output, shortcuts, with_shortcuts=False)


@mistake(
    "always-plain",
    "The shortcuts are never added, neither forward nor back. With `shortcuts` each block adds its input (eq. (1)).",
)
def always_plain(x, first, second, d_output, shortcuts=True):
    return gradient_norms(x, first, second, d_output, False)


@mistake(
    "always-residual",
    "The shortcuts are there although `shortcuts` is False. The plain stack has only the branches.",
)
def always_residual(x, first, second, d_output, shortcuts=True):
    return gradient_norms(x, first, second, d_output, True)


@mistake(
    "shortcut-past-relu",
    "The gradient of the shortcut bypasses the ReLU after the addition. That ReLU stands behind both ways, so its zeros stop both "
    "(Figure 2).",
)
def shortcut_past_relu(x, first, second, d_output, shortcuts=True):
    return backward(x, first, second, d_output, shortcuts, past_relu=True)


@mistake(
    "outer-relu-ignored",
    "The way back ignores the ReLU after the addition. Where the state is 0, no gradient passes.",
)
def outer_relu_ignored(x, first, second, d_output, shortcuts=True):
    return backward(x, first, second, d_output, shortcuts, outer=False)


@mistake(
    "inner-relu-ignored",
    "The way back ignores the ReLU inside the branch. Where the hidden unit is 0, no gradient passes.",
)
def inner_relu_ignored(x, first, second, d_output, shortcuts=True):
    return backward(x, first, second, d_output, shortcuts, inner=False)


@mistake(
    "not-transposed",
    "The gradient goes back through the same product as the way forward. Forward is h @ W.T, so back is d @ W.",
)
def not_transposed(x, first, second, d_output, shortcuts=True):
    return backward(x, first, second, d_output, shortcuts, turned=True)


@mistake(
    "squared-norms",
    "The sums of squares are returned. A norm is their square root.",
)
def squared_norms(x, first, second, d_output, shortcuts=True):
    return backward(x, first, second, d_output, shortcuts, norm=lambda d: (d**2).sum())


@mistake(
    "root-mean-square",
    "The mean of the squares was taken. The Euclidean norm is the root of their sum over all entries, the batch included.",
)
def root_mean_square(x, first, second, d_output, shortcuts=True):
    return backward(x, first, second, d_output, shortcuts, norm=lambda d: np.sqrt((d**2).mean()))


@mistake(
    "last-to-first",
    "The norms stand in the order of the way back. The first entry belongs to the first block, the last to the last.",
)
def last_to_first(x, first, second, d_output, shortcuts=True):
    return {name: values[::-1] for name, values in gradient_norms(x, first, second, d_output, shortcuts).items()}


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
