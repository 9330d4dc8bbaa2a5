from __future__ import annotations


def training_cost(layers: int, width: int, context: int, vocabulary: int, tokens: float) -> dict[str, float]:
    """Parameters of a model of GPT-3's kind, and the cost of its training (Table 2.1, Appendix D).

    Returns a dict: parameters and block_weights (whole numbers), flops and petaflop_days (floats).
    """
    # TODO: one block, all blocks, and what stands before and behind them
    # TODO: FLOPs for each parameter and token, and the size of a petaflop/s-day
    raise NotImplementedError("training_cost: count the parameters and the FLOPs")
