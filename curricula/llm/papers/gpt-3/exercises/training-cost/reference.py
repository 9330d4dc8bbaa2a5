"""Parameters and training cost of GPT-3's models (Table 2.1, Appendix D)."""
from __future__ import annotations


def training_cost(layers: int, width: int, context: int, vocabulary: int, tokens: float) -> dict[str, float]:
    """Returns parameters and block_weights (whole numbers), flops and petaflop_days (floats)."""
    attention = 4 * width * width
    feed_forward = 2 * width * 4 * width
    biases = 4 * width + 5 * width
    norms = 2 * 2 * width
    block_weights = layers * (attention + feed_forward)
    blocks = block_weights + layers * (biases + norms)
    embeddings = (vocabulary + context) * width
    last_norm = 2 * width
    parameters = embeddings + blocks + last_norm
    flops = 6.0 * parameters * tokens
    petaflop_days = flops / (1e15 * 24 * 3600)
    return {
        "parameters": parameters,
        "block_weights": block_weights,
        "flops": flops,
        "petaflop_days": petaflop_days,
    }
