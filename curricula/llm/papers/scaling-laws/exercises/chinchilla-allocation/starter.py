from __future__ import annotations


def allocate(compute: float, e: float, a: float, b: float, alpha: float, beta: float) -> dict[str, float]:
    """The best size and number of tokens for a compute (Hoffmann et al. 2022, eq. (4)).

    The loss is e + a / N**alpha + b / D**beta, and compute = 6 N D FLOPs.
    Returns a dict: parameters, tokens, loss.
    """
    # TODO: the size at which the derivative of the loss is 0
    # TODO: the tokens that the compute leaves, and the loss
    raise NotImplementedError("allocate: minimize the loss under compute = 6 N D")
