"""The joint law in logarithms, with NumPy; the overfitting from the ratio of the terms, as in eq. (4.3)."""
import numpy as np


def surface(n, d, constants, excess):
    """n, d: shapes that broadcast. Returns loss, overfit, tokens."""
    a_n, a_d, n_c, d_c = (constants[name] for name in ("alpha_n", "alpha_d", "n_c", "d_c"))
    size, data = a_n / a_d * np.log(n_c / n), np.log(d_c / d)
    overfit = np.expm1(a_d * np.log1p(np.exp(data - size)))
    tokens = d_c * (n / n_c) ** (a_n / a_d) / np.expm1(np.log1p(excess) / a_d)
    return {"loss": np.exp(a_d * np.logaddexp(size, data)), "overfit": overfit, "tokens": tokens}
