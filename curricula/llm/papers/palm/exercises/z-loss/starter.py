from __future__ import annotations

import numpy as np


def loss(logits: np.ndarray, targets: np.ndarray, coefficient: float) -> dict[str, float | np.ndarray]:
    """Cross-entropy with the auxiliary z-loss, and its gradient (Section 5).

    logits: (n, vocabulary). targets: (n,), token ids. coefficient: the weight of the z-loss.
    Returns {"loss": a number, "gradient": (n, vocabulary)}.
    """
    # TODO: log Z, cross-entropy, the additional term, the mean
    # TODO: the gradient
    raise NotImplementedError("loss: the mean loss and its gradient")
