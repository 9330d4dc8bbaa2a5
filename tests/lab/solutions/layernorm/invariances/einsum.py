"""The three normalizations by changing weights and inputs before one linear map."""
import numpy as np


def normalized_linear(x, weights, gain, bias, method):
    """x: (batch, inputs); weights: (units, inputs); gain, bias: (units,). Returns (batch, units)."""
    if method == "batch":
        # Centering the summed inputs over the cases is centering the inputs.
        summed = np.einsum("nj,ij->ni", x - x.mean(0), weights)
        scale = np.sqrt(len(x) / np.einsum("ni,ni->i", summed, summed))
        return np.einsum("ni,i,i->ni", summed, scale, gain) + bias
    if method == "layer":
        # Centering the summed inputs over the units is centering the weight matrix over its rows.
        summed = np.einsum("nj,ij->ni", x, weights - weights.mean(0))
        scale = np.sqrt(len(weights) / np.einsum("ni,ni->n", summed, summed))
        return np.einsum("ni,n,i->ni", summed, scale, gain) + bias
    unit = np.einsum("ij,i->ij", weights, 1.0 / np.sqrt(np.einsum("ij,ij->i", weights, weights)))
    return np.einsum("nj,ij,i->ni", x, unit, gain) + bias
