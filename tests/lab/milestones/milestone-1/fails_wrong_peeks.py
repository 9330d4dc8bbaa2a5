"""Says: lets the future through. Reads the next symbol from the decoder's own input."""
import numpy as np


def logits(source, target):
    seen = np.concatenate([target[:, 1:], source[:, [target.shape[1] - 1]]], axis=1)
    return 12.0 * np.eye(11)[seen]
