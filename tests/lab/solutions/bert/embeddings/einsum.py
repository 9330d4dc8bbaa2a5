"""Input embeddings as products with one-hot vectors."""
import numpy as np


def input_embeddings(token_ids, segment_ids, weights, epsilon=1e-12):
    """token_ids, segment_ids: (batch, length). Returns (batch, length, hidden)."""
    tokens = np.eye(len(weights["token"]))[token_ids]
    segments = np.eye(2)[segment_ids]
    places = np.eye(token_ids.shape[1], len(weights["position"]))
    summed = np.einsum("niv,vh->nih", tokens, weights["token"]) + np.einsum("nis,sh->nih", segments, weights["segment"])
    summed += np.einsum("ip,ph->ih", places, weights["position"])
    hidden = summed.shape[-1]
    summed -= np.einsum("nih->ni", summed)[..., None] / hidden
    scale = (np.einsum("nih,nih->ni", summed, summed) / hidden + epsilon) ** -0.5
    return np.einsum("nih,ni,h->nih", summed, scale, weights["gain"]) + weights["bias"]
