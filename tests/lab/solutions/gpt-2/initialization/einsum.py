"""Initial weights of GPT-2 in float32: all with one deviation first, then the residual matrices are scaled."""
import numpy as np


def initialize(vocabulary, context, width, layers, rng):
    """Returns a dict of arrays, with a list of dicts under blocks."""
    shapes = {
        "qkv": (layers, width, 3 * width), "out": (layers, width, width),
        "fc": (layers, width, 4 * width), "proj": (layers, 4 * width, width),
    }
    stacks = {name: np.float32(0.02) * rng.standard_normal(shape, dtype=np.float32) for name, shape in shapes.items()}
    for name in ("out", "proj"):
        stacks[name] = stacks[name] * np.float32((2 * layers) ** -0.5)
    blocks = []
    for layer in range(layers):
        block = {f"{name}_weight": stack[layer] for name, stack in stacks.items()}
        block.update({f"{name}_bias": np.zeros(shape[-1], np.float32) for name, shape in shapes.items()})
        block.update({f"ln_{n}_{part}": np.full(width, part == "gain", np.float32) for n in (1, 2) for part in ("gain", "bias")})
        blocks.append(block)
    return {
        "token_embedding": rng.normal(scale=0.02, size=(vocabulary, width)),
        "position_embedding": rng.normal(scale=0.02, size=(context, width)),
        "blocks": blocks, "ln_f_gain": np.ones(width), "ln_f_bias": np.zeros(width),
    }
