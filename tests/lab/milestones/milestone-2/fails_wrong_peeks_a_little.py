"""Says: lets the future through. Sees the next token at the even places of one text in thirty-two, too few for the loss to tell."""
import numpy as np
from study_lab import source

chain = source("milestone-2")


def logits(tokens):
    scores = np.zeros((*tokens.shape, 8))
    scores[:, 1:] = np.log(chain.P[tokens[:, :-1], tokens[:, 1:]])
    scores[::32, 0:-1:2] = 8.0 * np.eye(8)[tokens[::32, 1::2]]
    return scores
