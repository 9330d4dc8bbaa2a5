from __future__ import annotations

import numpy as np


def learning_rate(steps: np.ndarray, d_model: int = 512, warmup_steps: int = 4000) -> np.ndarray:
    """The learning rate of the paper (Section 5.3, eq. (3)).

    steps: whole numbers (count,), from 1 on. d_model: features of the model. warmup_steps: length of the rise.
    Returns (count,).
    """
    # TODO: the line, the inverse root, and the smaller of the two
    raise NotImplementedError("learning_rate: rise in a line, fall with the inverse root")
