"""The frontier by the printed powers of Appendix B, as double tensors."""
import torch


def frontier(compute, constants):
    """compute: FLOPs. Returns loss, parameters, steps, batch, tokens."""
    a_n, a_s, a_b, n_c, s_c, b_star = (
        torch.tensor(constants[name], dtype=torch.float64) for name in ("alpha_n", "alpha_s", "alpha_b", "n_c", "s_c", "b_star")
    )
    a_c = 1 / (1 / a_s + 1 / a_b + 1 / a_n)
    c_c = 6 * n_c * b_star * s_c * (1 + a_n / a_s) ** (1 / a_s + 1 / a_n) * (a_s / a_n) ** (1 / a_s)
    ratio = compute / c_c
    parameters = n_c * ratio ** (a_c / a_n) * (1 + a_n / a_s) ** (1 / a_n)
    steps = c_c / (6 * n_c * b_star) * (1 + a_n / a_s) ** (-1 / a_n) * ratio ** (a_c / a_s)
    loss = ratio**-a_c
    batch = b_star * ratio ** (a_c / a_b)
    return {"loss": loss, "parameters": parameters, "steps": steps, "batch": batch, "tokens": batch * steps}
