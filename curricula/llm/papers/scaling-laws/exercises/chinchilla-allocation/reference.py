"""The compute-optimal allocation of Hoffmann et al. 2022, eq. (4)."""
from __future__ import annotations


def allocate(compute: float, e: float, a: float, b: float, alpha: float, beta: float) -> dict[str, float]:
    """compute: FLOPs. Returns parameters, tokens and loss."""
    product = compute / 6.0
    ratio = (alpha * a) / (beta * b)
    g = ratio ** (1.0 / (alpha + beta))
    parameters = g * product ** (beta / (alpha + beta))
    tokens = product / parameters
    loss = e + a / parameters**alpha + b / tokens**beta
    return {"parameters": parameters, "tokens": tokens, "loss": loss}
