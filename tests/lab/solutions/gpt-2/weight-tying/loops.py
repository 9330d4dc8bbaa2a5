"""A tied embedding, one position after the other."""
import math

import numpy as np


def tied_loss(tokens, targets, embedding, weight):
    """tokens, targets: (batch, time); embedding: (vocabulary, width); weight: (width, width). Returns a dict."""
    vocabulary = len(embedding)
    logits, gradient, loss = np.zeros((*tokens.shape, vocabulary)), np.zeros(embedding.shape), 0.0
    for place in np.ndindex(*tokens.shape):
        token, target = tokens[place], targets[place]
        hidden = np.array([math.tanh(embedding[token] @ weight[:, j]) for j in range(len(weight))])
        logits[place] = [hidden @ embedding[v] for v in range(vocabulary)]
        top = max(logits[place])
        parts = [math.exp(z - top) for z in logits[place]]
        total = sum(parts)
        loss -= logits[place][target] - top - math.log(total)
        d_hidden = np.zeros(len(hidden))
        for v in range(vocabulary):
            d_logit = parts[v] / total - (v == target)
            gradient[v] += d_logit * hidden
            d_hidden += d_logit * embedding[v]
        gradient[token] += weight @ (d_hidden * (1 - hidden * hidden))
    return {"logits": logits, "loss": loss / tokens.size, "embedding_gradient": gradient / tokens.size}
