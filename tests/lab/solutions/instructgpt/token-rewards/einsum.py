"""The rewards of tokens with masks alone: the last token is where the mask ends."""
import numpy as np


def token_rewards(score, logp, logp_sft, mask, beta):
    """score: (batch,); logp, logp_sft, mask: (batch, time). Returns (batch, time)."""
    after = np.pad(mask[:, 1:], ((0, 0), (0, 1)))
    ends = mask * (1 - after)
    return np.einsum("bt,bt->bt", mask, beta * (logp_sft - logp)) + np.einsum("b,bt->bt", score, ends)
