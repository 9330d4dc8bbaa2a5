from __future__ import annotations


def utilization(
    parameters: float, layers: int, heads: int, size: int, context: int,
    tokens_per_second: float, chips: int, peak: float, recompute: float,
) -> dict[str, float]:
    """How much of a machine a training run uses (Section 4.1, Appendix B).

    size: of a head. tokens_per_second: of the whole system. peak: of one chip, operations a second.
    recompute: the share of the forward pass that is done again.
    Returns {"mfu", "mfu_without_attention", "hfu"}, three shares.
    """
    # TODO: operations for a token, with and without attention
    # TODO: operations of a forward pass that is done again
    # TODO: the three shares
    raise NotImplementedError("utilization: mfu, mfu_without_attention and hfu")
