from __future__ import annotations

import numpy as np


def mlm_loss(
    hidden: np.ndarray, token_ids: np.ndarray, chosen: np.ndarray, table: np.ndarray, bias: np.ndarray
) -> tuple[float, np.ndarray]:
    """The loss of the masked language model and its gradient (Section 3.1, Appendix A.2).

    hidden: (batch, length, units), the final hidden vectors. token_ids: (batch, length), the original tokens.
    chosen: (batch, length), True where the token is to be predicted.
    table: (vocabulary, units), the token embeddings. bias: (vocabulary,).
    Returns (loss, d_hidden): a number, and the gradient (batch, length, units).
    """
    # TODO: scores at the chosen positions, log-softmax, mean
    # TODO: the gradient, with zeros where nothing is predicted
    raise NotImplementedError("mlm_loss: the mean over the chosen positions, and its gradient")
