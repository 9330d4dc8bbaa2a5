"""The loss of the masked language model at all positions, weighted by 0 or one over the count, with einsum."""
import numpy as np


def mlm_loss(hidden, token_ids, chosen, table, bias):
    """hidden: (batch, length, units). Returns the loss and its gradient (batch, length, units)."""
    weight = chosen / max(chosen.sum(), 1)
    scores = np.einsum("niu,vu->niv", hidden, table) + bias
    top = scores.max(axis=-1)
    shares = np.exp(scores - top[..., None])
    norm = np.einsum("niv->ni", shares)
    target = np.eye(len(table))[token_ids]
    losses = np.log(norm) + top - np.einsum("niv,niv->ni", scores, target)
    d_scores = shares / norm[..., None] - target
    return np.einsum("ni,ni->", weight, losses), np.einsum("ni,niv,vu->niu", weight, d_scores, table)
