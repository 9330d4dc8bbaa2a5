"""Says: That is the loss of a model that ignores the source. Every symbol that is still to come is as likely."""
import numpy as np


def logits(source, target):
    seen = (np.eye(11)[target].cumsum(axis=1) > 0)
    return np.where(seen, -9.0, 0.0)
