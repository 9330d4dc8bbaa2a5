from __future__ import annotations


def frontier(compute: float, constants: dict[str, float]) -> dict[str, float]:
    """The best size and training for a compute (Appendix B).

    compute: FLOPs. constants: alpha_n, alpha_s, alpha_b, n_c, s_c, b_star.
    Returns a dict: loss, parameters, steps, batch, tokens.
    """
    # TODO: the loss as a power of the compute
    # TODO: size, steps and batch that reach it
    raise NotImplementedError("frontier: find the loss that the compute can reach, then size, steps and batch")
