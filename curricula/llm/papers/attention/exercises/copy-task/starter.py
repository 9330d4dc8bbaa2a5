from __future__ import annotations

import numpy as np


def copy_head(vocabulary: int, d_position: int, shift: int) -> dict[str, np.ndarray]:
    """Matrices of one attention head that copies the token of `shift` positions earlier (Sections 3.2.1 and 3.5).

    The head's input is (tokens, vocabulary + d_position): a one-hot token, then its sinusoidal position.
    Returns a dict:
      w_q, w_k: (vocabulary + d_position, d_position);
      w_v: (vocabulary + d_position, vocabulary).
    """
    # TODO: keys that say where they are, values that say which token they hold
    # TODO: queries that ask for the position `shift` earlier, loudly
    raise NotImplementedError("copy_head: build w_q, w_k and w_v by hand")
