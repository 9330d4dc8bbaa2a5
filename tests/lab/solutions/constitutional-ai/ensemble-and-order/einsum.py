"""Labels over principles and both orders with tanh: the halves by which a judgement leaves one half."""
import numpy as np


def ensemble(logps):
    """logps: (comparisons, principles, 2, 2). Returns label (comparisons,) and bias."""
    excess = 0.5 * np.tanh(0.5 * np.einsum("cpol,l->cpo", logps, np.array([1.0, -1.0])))
    count = excess.shape[1] * 2
    label = 0.5 + np.einsum("cpo,o->c", excess, np.array([1.0, -1.0])) / count
    return {"label": label, "bias": np.einsum("cpo->", excess) / excess.size}
