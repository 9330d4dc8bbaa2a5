"""The rewards of tokens, token by token."""
import numpy as np


def token_rewards(score, logp, logp_sft, mask, beta):
    """score: (batch,); logp, logp_sft, mask: (batch, time). Returns (batch, time)."""
    rewards = []
    for s, new, old, inside in zip(score, logp, logp_sft, mask):
        row = [-beta * (a - b) if m else 0.0 for a, b, m in zip(new, old, inside)]
        row[max(t for t, m in enumerate(inside) if m)] += s
        rewards.append(row)
    return np.array(rewards)
