"""The loss of supervised fine-tuning with one-hot targets and a mask as weights, in einsum."""
import numpy as np


def sft_loss(logits, tokens, prompt_lengths, lengths):
    """Returns the mean negative log likelihood of the completions' tokens."""
    batch, time, vocabulary = logits.shape
    weight = np.zeros((batch, time - 1))
    for n in range(batch):
        weight[n, prompt_lengths[n] - 1 : lengths[n] - 1] = 1.0
    norm = np.logaddexp.reduce(logits[:, :-1], axis=-1)
    picked = np.einsum("btv,btv->bt", logits[:, :-1], np.eye(vocabulary)[tokens[:, 1:]])
    return np.einsum("bt,bt->", weight, norm - picked) / weight.sum()
