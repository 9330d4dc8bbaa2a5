"""The loss of the reward model with the signs of the ranks, each pair twice and halved, with einsum."""
import numpy as np


def reward_loss(rewards, ranks):
    """rewards, ranks: (prompts, k). Returns the loss and its gradient (prompts, k)."""
    sign = np.sign(ranks[:, None, :] - ranks[:, :, None]).astype(float)
    margin = sign * (rewards[:, :, None] - rewards[:, None, :])
    weight = np.abs(sign)
    weight = weight / np.maximum(np.einsum("nij->n", weight), 1)[:, None, None] / len(rewards)
    losses = np.maximum(-margin, 0) + np.log1p(np.exp(-np.abs(margin)))
    wrong = 0.5 * (1.0 - np.tanh(0.5 * margin))
    # Both orders of a pair pull its first completion alike.
    return np.einsum("nij,nij->", weight, losses), -2 * np.einsum("nij,nij,nij->ni", weight, sign, wrong)
