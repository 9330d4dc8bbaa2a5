"""Looks for the last symbol in the ring."""
import numpy as np


def logits(source, target):
    ring = source[:, 1:]
    wanted = np.where(target == 0, 0, target)
    found = (ring[:, None] == wanted[..., None]).argmax(-1)
    after = np.take_along_axis(ring, (found + 1) % 10, axis=1)
    return 20.0 * np.eye(11)[np.where(target == 0, source[:, :1], after)]
