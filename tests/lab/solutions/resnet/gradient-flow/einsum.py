"""Gradients of a stack of blocks with einsum; both kinds of block in one formula with a factor 0 or 1."""
import numpy as np


def gradient_norms(x, first, second, d_output, shortcuts=True):
    """x, d_output: (batch, units); first, second: (blocks, units, units). Returns states, first, second."""
    keep = 1.0 if shortcuts else 0.0
    states, kept = [x], []
    for w_1, w_2 in zip(first, second):
        pre = np.einsum("ni,ji->nj", states[-1], w_1)
        hidden = pre * (pre > 0)
        total = np.einsum("ni,ji->nj", hidden, w_2) + keep * states[-1]
        kept.append((hidden, pre > 0, total > 0))
        states.append(total * (total > 0))
    d, squares = d_output, {"states": [np.einsum("ni,ni->", d_output, d_output)], "first": [], "second": []}
    for l in range(len(first) - 1, -1, -1):
        hidden, inner, outer = kept[l]
        d = d * outer
        d_second = np.einsum("nj,ni->ji", d, hidden)
        d_hidden = np.einsum("nj,ji,ni->ni", d, second[l], inner.astype(float))
        d_first = np.einsum("nj,ni->ji", d_hidden, states[l])
        d = np.einsum("nj,ji->ni", d_hidden, first[l]) + keep * d
        for name, part in (("states", d), ("first", d_first), ("second", d_second)):
            squares[name].insert(0, np.einsum("ab,ab->", part, part))
    return {name: np.sqrt(np.array(values)) for name, values in squares.items()}
