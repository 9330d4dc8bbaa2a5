"""Initial weights of GPT-2 with PyTorch's modules and nn.init."""
import torch
from torch import nn


def initialize(vocabulary, context, width, layers, rng):
    """Returns a dict of tensors, with a list of dicts under blocks."""
    generator = torch.Generator().manual_seed(int(rng.integers(2**62)))

    def draw(*shape, deviation=0.02):
        return torch.empty(*shape).normal_(0.0, deviation, generator=generator)

    def norm(name):
        module = nn.LayerNorm(width)
        return {name + "_gain": module.weight, name + "_bias": module.bias}

    blocks = []
    for _ in range(layers):
        block = {**norm("ln_1"), **norm("ln_2")}
        for name, rows, columns in (("qkv", width, 3 * width), ("out", width, width), ("fc", width, 4 * width), ("proj", 4 * width, width)):
            scale = (2 * layers) ** -0.5 if name in ("out", "proj") else 1.0
            block[name + "_weight"] = draw(rows, columns, deviation=0.02 * scale)
            block[name + "_bias"] = nn.init.zeros_(torch.empty(columns))
        blocks.append(block)
    return {"token_embedding": draw(vocabulary, width), "position_embedding": draw(context, width), "blocks": blocks, **norm("ln_f")}
