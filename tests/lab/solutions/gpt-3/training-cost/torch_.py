"""The parameters counted in PyTorch modules without memory."""
import torch
from torch import nn


def training_cost(layers, width, context, vocabulary, tokens):
    """Returns parameters, block_weights, flops and petaflop_days."""
    place = {"device": "meta"}
    matrices = [nn.Linear(width, 3 * width, **place), nn.Linear(width, width, **place)]
    matrices += [nn.Linear(width, 4 * width, **place), nn.Linear(4 * width, width, **place)]
    norm = nn.LayerNorm(width, **place)
    before = [nn.Embedding(vocabulary, width, **place), nn.Embedding(context, width, **place)]

    def size(modules):
        return sum(p.numel() for module in modules for p in module.parameters())

    parameters = size(before) + layers * size([*matrices, norm, norm]) + size([norm])
    flops = torch.tensor(6.0 * parameters, dtype=torch.float64) * tokens
    return {
        "parameters": parameters, "block_weights": layers * sum(one.weight.numel() for one in matrices),
        "flops": flops, "petaflop_days": flops / 8.64e19,
    }
