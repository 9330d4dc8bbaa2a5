"""Input embeddings token by token."""
import math

import numpy as np


def input_embeddings(token_ids, segment_ids, weights, epsilon=1e-12):
    """token_ids, segment_ids: (batch, length). Returns (batch, length, hidden)."""
    batch, length = token_ids.shape
    hidden = weights["token"].shape[1]
    out = np.empty((batch, length, hidden))
    for n in range(batch):
        for i in range(length):
            row = [
                weights["token"][token_ids[n, i], k] + weights["segment"][segment_ids[n, i], k] + weights["position"][i, k]
                for k in range(hidden)
            ]
            mean = math.fsum(row) / hidden
            deviation = math.sqrt(math.fsum((v - mean) ** 2 for v in row) / hidden + epsilon)
            for k in range(hidden):
                out[n, i, k] = weights["gain"][k] * (row[k] - mean) / deviation + weights["bias"][k]
    return out
