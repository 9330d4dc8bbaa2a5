"""Decoding with a cache in PyTorch; torch.cat makes the cache longer."""
import torch
import torch.nn.functional as F


def as_tensors(weights):
    """Weights of any nesting as tensors."""
    if isinstance(weights, dict):
        return {name: as_tensors(value) for name, value in weights.items()}
    return [as_tensors(value) for value in weights] if isinstance(weights, list) else torch.as_tensor(weights)


def forward_cached(tokens, cache, weights, heads):
    """tokens: (batch, new); cache: (layers, 2, batch, heads, past, size). Returns tensors: logits and the longer cache."""
    tokens, cache, w = torch.as_tensor(tokens), torch.as_tensor(cache), as_tensors(weights)
    past, size = cache.shape[-2:]
    new, width = tokens.shape[1], heads * size
    positions = torch.arange(past, past + new)
    x = F.embedding(tokens, w["token_embedding"]) + F.embedding(positions, w["position_embedding"])
    future = torch.arange(past + new) > positions[:, None]
    longer = []
    for block, held in zip(w["blocks"], cache):
        n = F.layer_norm(x, (width,), block["ln_1_gain"], block["ln_1_bias"])
        query, key, value = (n @ block["qkv_weight"] + block["qkv_bias"]).reshape(-1, new, 3, heads, size).permute(2, 0, 3, 1, 4)
        both = torch.cat([held, torch.stack([key, value])], dim=-2)
        scores = query @ both[0].transpose(-1, -2) * size**-0.5
        shares = scores.masked_fill(future, float("-inf")).softmax(dim=-1)
        x = x + (shares @ both[1]).transpose(1, 2).flatten(-2) @ block["out_weight"] + block["out_bias"]
        n = F.layer_norm(x, (width,), block["ln_2_gain"], block["ln_2_bias"])
        inner = F.gelu(n @ block["fc_weight"] + block["fc_bias"], approximate="tanh")
        x = x + inner @ block["proj_weight"] + block["proj_bias"]
        longer.append(both)
    return F.linear(F.layer_norm(x, (width,), w["ln_f_gain"], w["ln_f_bias"]), w["token_embedding"]), torch.stack(longer)
