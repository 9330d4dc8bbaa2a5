"""The encoder with einsum, the matrices cut by head beforehand."""
import math

import numpy as np

PHI = np.frompyfunc(lambda z: 0.5 * math.erfc(-z / math.sqrt(2.0)), 1, 1)


def norm(x, gain, bias):
    """x: (batch, length, hidden); gain, bias: (hidden,). Returns the shape of x."""
    x = x - np.einsum("nih->ni", x)[..., None] / x.shape[-1]
    scale = (np.einsum("nih,nih->ni", x, x) / x.shape[-1] + 1e-12) ** -0.5
    return np.einsum("nih,ni,h->nih", x, scale, gain) + bias


def encoder(x, mask, weights, heads):
    """x: (batch, length, hidden); mask: (batch, length). Returns (batch, length, hidden)."""
    hidden = x.shape[-1]
    size = hidden // heads
    for layer in range(weights["query"].shape[0]):
        w = {name: values[layer] for name, values in weights.items()}
        q, k, v = (
            np.einsum("nih,had->naid", x, w[name].reshape(hidden, heads, size)) + w[f"{name}_bias"].reshape(heads, 1, size)
            for name in ("query", "key", "value")
        )
        scores = np.einsum("naid,najd->naij", q, k) * size**-0.5 + (mask[:, None, None, :] - 1) * 1e30
        shares = np.exp(scores - scores.max(-1, keepdims=True)) * mask[:, None, None, :]
        shares /= np.einsum("naij->nai", shares)[..., None]
        out = np.einsum("naij,najd,adh->nih", shares, v, w["output"].reshape(heads, size, hidden), optimize=True)
        x = norm(x + out + w["output_bias"], w["attention_gain"], w["attention_bias"])
        z = np.einsum("nih,hw->niw", x, w["inner"]) + w["inner_bias"]
        z = z * PHI(z).astype(np.float64)
        x = norm(x + np.einsum("niw,wh->nih", z, w["outer"]) + w["outer_bias"], w["final_gain"], w["final_bias"])
    return x
