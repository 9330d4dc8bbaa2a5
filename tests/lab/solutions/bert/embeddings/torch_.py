"""Input embeddings with PyTorch's embedding and layer normalization, in float32."""
import torch
import torch.nn.functional as F


def input_embeddings(token_ids, segment_ids, weights, epsilon=1e-12):
    """token_ids, segment_ids: (batch, length). Returns a tensor (batch, length, hidden)."""
    w = {name: torch.as_tensor(value, dtype=torch.float32) for name, value in weights.items()}
    token_ids, segment_ids = torch.as_tensor(token_ids), torch.as_tensor(segment_ids)
    places = torch.arange(token_ids.shape[1]).expand_as(token_ids)
    summed = F.embedding(token_ids, w["token"]) + F.embedding(segment_ids, w["segment"]) + F.embedding(places, w["position"])
    return F.layer_norm(summed, summed.shape[-1:], w["gain"], w["bias"], epsilon)
