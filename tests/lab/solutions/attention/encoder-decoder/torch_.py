"""The Transformer from PyTorch's own encoder and decoder layers, in float32."""
import math

import torch
from torch import nn

ATTENTIONS = {"self": "self_attn", "cross": "multihead_attn"}


def loaded(module, layer, norms):
    """Loads the weights of a layer into PyTorch's module; norms are the sub-layers in their order."""
    w = {name: torch.as_tensor(value, dtype=torch.float32) for name, value in layer.items()}
    d_model = len(w["ffn_b_2"])
    state = {}
    for name in norms[:-1]:
        prefix = ATTENTIONS[name]
        state[f"{prefix}.in_proj_weight"] = torch.cat([w[f"{name}_{part}"].T for part in "qkv"])
        state[f"{prefix}.in_proj_bias"] = torch.zeros(3 * d_model)
        state[f"{prefix}.out_proj.weight"] = w[f"{name}_o"].T
        state[f"{prefix}.out_proj.bias"] = torch.zeros(d_model)
    for number, name in enumerate(norms, start=1):
        state[f"norm{number}.weight"], state[f"norm{number}.bias"] = w[f"{name}_gain"], w[f"{name}_bias"]
    for number in "12":
        state[f"linear{number}.weight"], state[f"linear{number}.bias"] = w[f"ffn_w_{number}"].T, w[f"ffn_b_{number}"]
    module.load_state_dict(state)
    return module


def transformer(source, target, weights, heads, start=1, padding=0):
    """source: (batch, sources); target: (batch, targets). Returns a tensor of logits (batch, targets, vocabulary)."""
    source, target = torch.as_tensor(source), torch.as_tensor(target)
    matrix = torch.as_tensor(weights["embedding"], dtype=torch.float32)
    d_model = matrix.shape[1]
    d_ff = weights["encoder"][0]["ffn_w_1"].shape[1]
    options = dict(dim_feedforward=d_ff, dropout=0.0, batch_first=True)

    def embed(tokens):
        frequencies = torch.exp(torch.arange(0, d_model, 2) * (-math.log(10000.0) / d_model))
        angles = torch.outer(torch.arange(tokens.shape[1], dtype=torch.float32), frequencies)
        positions = torch.stack([angles.sin(), angles.cos()], dim=-1).flatten(1)
        return nn.functional.embedding(tokens, matrix) * math.sqrt(d_model) + positions

    padded = source == padding
    memory = embed(source)
    for layer in weights["encoder"]:
        module = loaded(nn.TransformerEncoderLayer(d_model, heads, **options), layer, ("self", "ffn"))
        memory = module(memory, src_key_padding_mask=padded)
    future = torch.ones(target.shape[1], target.shape[1], dtype=torch.bool).triu(1)
    y = embed(nn.functional.pad(target[:, :-1], (1, 0), value=start))
    for layer in weights["decoder"]:
        module = loaded(nn.TransformerDecoderLayer(d_model, heads, **options), layer, ("self", "cross", "ffn"))
        y = module(y, memory, tgt_mask=future, memory_key_padding_mask=padded)
    return (y @ matrix.T).detach()
