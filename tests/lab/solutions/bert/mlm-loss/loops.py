"""The loss of the masked language model, position by position."""
import math

import numpy as np


def mlm_loss(hidden, token_ids, chosen, table, bias):
    """hidden: (batch, length, units). Returns the loss and its gradient (batch, length, units)."""
    places = [place for place in np.ndindex(*token_ids.shape) if chosen[place]]
    total, d_hidden = 0.0, np.zeros(hidden.shape)
    for place in places:
        scores = [float(row @ hidden[place]) + b for row, b in zip(table, bias)]
        top = max(scores)
        exponentials = [math.exp(score - top) for score in scores]
        norm = math.fsum(exponentials)
        total += math.log(norm) + top - scores[token_ids[place]]
        for token, value in enumerate(exponentials):
            share = value / norm - (1.0 if token == token_ids[place] else 0.0)
            d_hidden[place] += share * table[token] / len(places)
    return total / max(len(places), 1), d_hidden
