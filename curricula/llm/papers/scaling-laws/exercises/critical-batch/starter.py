from __future__ import annotations


def adjust(
    loss: float, steps: float, batch: float, parameters: float, b_star: float, alpha_b: float
) -> dict[str, float]:
    """What a training would have taken at the best batch size (Section 5, eqs. (1.4), (5.1) to (5.5)).

    batch: in tokens. Returns a dict: critical, steps_min, examples_min, compute, compute_min.
    """
    # TODO: the critical batch size at this loss
    # TODO: the least steps, tokens and FLOPs
    raise NotImplementedError("adjust: find the critical batch size, then the least steps and tokens")
