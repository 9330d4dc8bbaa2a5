"""A tied embedding with one-hot tokens and einsum."""
import numpy as np


def tied_loss(tokens, targets, embedding, weight):
    """tokens, targets: (batch, time); embedding: (vocabulary, width); weight: (width, width). Returns a dict."""
    x, y = (np.eye(len(embedding))[ids] for ids in (tokens, targets))  # (batch, time, vocabulary)
    hidden = np.tanh(np.einsum("btv,vi,ij->btj", x, embedding, weight))
    logits = np.einsum("btj,vj->btv", hidden, embedding)
    top = logits.max(-1, keepdims=True)
    normalizer = top + np.log(np.exp(logits - top).sum(-1, keepdims=True))
    loss = np.einsum("btv,btv->", y, normalizer - logits) / tokens.size
    d_logits = (np.exp(logits - normalizer) - y) / tokens.size
    d_summed = np.einsum("btv,vj,btj->btj", d_logits, embedding, 1 - hidden * hidden)
    gradient = np.einsum("btv,btj->vj", d_logits, hidden) + np.einsum("btv,btj,ij->vi", x, d_summed, weight)
    return {"logits": logits, "loss": loss, "embedding_gradient": gradient}
