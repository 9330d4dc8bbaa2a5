"""The compute-efficient frontier (Appendix B)."""
from __future__ import annotations


def frontier(compute: float, constants: dict[str, float]) -> dict[str, float]:
    """compute: FLOPs. Returns loss, parameters, steps, batch and tokens."""
    alpha_n, alpha_s, alpha_b = constants["alpha_n"], constants["alpha_s"], constants["alpha_b"]
    slack = alpha_n / alpha_s
    alpha_c = 1.0 / (1.0 / alpha_n + 1.0 / alpha_s + 1.0 / alpha_b)
    product = 6.0 * constants["n_c"] * constants["s_c"] * constants["b_star"]
    compute_c = product * (1.0 + slack) ** (1.0 / alpha_n + 1.0 / alpha_s) * slack ** (-1.0 / alpha_s)
    loss = (compute_c / compute) ** alpha_c
    size_term = loss / (1.0 + slack)
    steps_term = slack * loss / (1.0 + slack)
    parameters = constants["n_c"] * size_term ** (-1.0 / alpha_n)
    steps = constants["s_c"] * steps_term ** (-1.0 / alpha_s)
    batch = constants["b_star"] * loss ** (-1.0 / alpha_b)
    tokens = batch * steps
    return {"loss": loss, "parameters": parameters, "steps": steps, "batch": batch, "tokens": tokens}
