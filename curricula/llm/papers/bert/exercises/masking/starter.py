from __future__ import annotations

import numpy as np


def mask_tokens(
    token_ids: np.ndarray,
    special_ids: np.ndarray,
    mask_id: int,
    vocabulary_size: int,
    rng: np.random.Generator,
    rate: float = 0.15,
) -> tuple[np.ndarray, np.ndarray]:
    """Hides tokens for the masked language model (Section 3.1, Task #1; Appendix A.1).

    token_ids: (batch, length). special_ids: (specials,), ids that are never chosen.
    mask_id: the id of [MASK]. vocabulary_size: random tokens are below it. rate: the share of other tokens to choose.
    rng: the source of all randomness.
    Returns (inputs, chosen), both (batch, length): ids for the model, and True where it is to predict.
    """
    # TODO: choose positions
    # TODO: 80 % mask, 10 % random token, 10 % unchanged
    raise NotImplementedError("mask_tokens: choose 15 %, then 80/10/10")
