"""The joint law at each place, with plain numbers; the tokens by halving an interval."""
import math

import numpy as np


def surface(n, d, constants, excess):
    """n, d: shapes that broadcast. Returns loss, overfit, tokens."""
    a_n, a_d, n_c, d_c = (constants[name] for name in ("alpha_n", "alpha_d", "n_c", "d_c"))

    def at(size, data):
        return math.exp(a_d * math.log(math.exp(a_n / a_d * math.log(n_c / size)) + d_c / data))

    def over(size, data):
        return at(size, data) / math.exp(a_n * math.log(n_c / size)) - 1

    wide_n, wide_d = np.broadcast_arrays(n, d)
    loss, overfit, tokens = np.zeros(wide_n.shape), np.zeros(wide_n.shape), np.zeros(np.shape(n))
    for place in np.ndindex(*wide_n.shape):
        loss[place] = at(wide_n[place], wide_d[place])
        overfit[place] = over(wide_n[place], wide_d[place])
    for place in np.ndindex(*tokens.shape):
        low, high = 0.0, 80.0
        for _ in range(100):
            middle = (low + high) / 2
            low, high = (middle, high) if over(n[place], math.exp(middle)) > excess else (low, middle)
        tokens[place] = math.exp(low)
    return {"loss": loss, "overfit": overfit, "tokens": tokens}
