"""The parameters as a polynomial of the width, with NumPy."""
import numpy as np


def training_cost(layers, width, context, vocabulary, tokens):
    """Returns parameters, block_weights, flops and petaflop_days."""
    powers = np.array([width**2, width], dtype=np.int64)
    parameters = np.einsum("i,i->", powers, np.array([12 * layers, 13 * layers + vocabulary + context + 2], dtype=np.int64))
    flops = 6 * np.float64(parameters) * tokens
    return {
        "parameters": parameters, "block_weights": 12 * layers * powers[0], "flops": flops, "petaflop_days": flops / 8.64e19,
    }
