"""Parameters and FLOPs of a Transformer (Table 1)."""
from __future__ import annotations


def count(layers: int, width: int, attention: int, inner: int, context: int, vocabulary: int) -> dict[str, object]:
    """Returns parameters and flops (dicts of whole numbers), non_embedding and forward."""
    parameters = {
        "embed": (vocabulary + context) * width,
        "qkv": layers * width * 3 * attention,
        "mask": 0,
        "project": layers * attention * width,
        "feed_forward": layers * 2 * width * inner,
        "deembed": 0,
    }
    multiply_add = 2
    flops = {
        "embed": 4 * width,
        "qkv": multiply_add * parameters["qkv"],
        "mask": 2 * layers * context * attention,
        "project": multiply_add * parameters["project"],
        "feed_forward": multiply_add * parameters["feed_forward"],
        "deembed": multiply_add * width * vocabulary,
    }
    non_embedding = parameters["qkv"] + parameters["project"] + parameters["feed_forward"]
    forward = 2 * non_embedding + flops["mask"]
    return {"parameters": parameters, "flops": flops, "non_embedding": non_embedding, "forward": forward}
