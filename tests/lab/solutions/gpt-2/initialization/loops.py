"""Initial weights of GPT-2, name by name."""
import math


def initialize(vocabulary, context, width, layers, rng):
    """Returns a dict of arrays, with a list of dicts under blocks."""

    def draw(rows, columns, deviation=0.02):
        return rng.standard_normal((rows, columns)) * deviation

    residual = 0.02 / math.sqrt(2 * layers)
    model = {"token_embedding": draw(vocabulary, width), "position_embedding": draw(context, width), "blocks": []}
    for _ in range(layers):
        block = {}
        for name, rows, columns, deviation in (
            ("qkv", width, 3 * width, 0.02),
            ("out", width, width, residual),
            ("fc", width, 4 * width, 0.02),
            ("proj", 4 * width, width, residual),
        ):
            block[name + "_weight"] = draw(rows, columns, deviation)
            block[name + "_bias"] = draw(1, columns, 0.0)[0]
        for name in ("ln_1", "ln_2"):
            block[name + "_gain"], block[name + "_bias"] = draw(1, width, 0.0)[0] + 1, draw(1, width, 0.0)[0]
        model["blocks"].append(block)
    model["ln_f_gain"], model["ln_f_bias"] = draw(1, width, 0.0)[0] + 1, draw(1, width, 0.0)[0]
    return model
