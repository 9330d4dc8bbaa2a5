"""The frontier as a linear system in logarithms, with NumPy."""
import numpy as np


def frontier(compute, constants):
    """compute: FLOPs. Returns loss, parameters, steps, batch, tokens."""
    a_n, a_s, a_b, n_c, s_c, b_star = (constants[name] for name in ("alpha_n", "alpha_s", "alpha_b", "n_c", "s_c", "b_star"))
    # Unknown: log L, log N, log S, log B.
    system = np.array([[1, a_n, 0, 0], [1, 0, a_s, 0], [1 / a_b, 0, 0, 1], [0, 1, 1, 1]], dtype=float)
    known = np.array([
        np.log1p(a_n / a_s) + a_n * np.log(n_c), np.log1p(a_s / a_n) + a_s * np.log(s_c), np.log(b_star), np.log(compute / 6),
    ])
    loss, parameters, steps, batch = np.exp(np.linalg.solve(system, known))
    return {"loss": loss, "parameters": parameters, "steps": steps, "batch": batch, "tokens": batch * steps}
