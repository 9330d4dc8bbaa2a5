from __future__ import annotations

import numpy as np


def ppo_loss(
    logp: np.ndarray, logp_old: np.ndarray, advantages: np.ndarray, mask: np.ndarray, epsilon: float
) -> dict[str, float | np.ndarray]:
    """The clipped loss of PPO and its gradient (Appendix C.4; Schulman et al. 2017, equation (7)).

    logp, logp_old, advantages, mask: (batch, time). epsilon: the clip ratio.
    Returns {"loss": a number, "gradient": (batch, time), "clipped": a number}.
    """
    # TODO: ratio, both products, the smaller one, the mean over the mask
    # TODO: the gradient with respect to logp
    # TODO: the share of tokens where the clip decides
    raise NotImplementedError("ppo_loss: loss, gradient and the share of clipped tokens")
