"""Table 1, matrix by matrix and layer by layer."""


def count(layers, width, attention, inner, context, vocabulary):
    """Returns parameters, flops, non_embedding, forward."""
    parts = ("embed", "qkv", "mask", "project", "feed_forward", "deembed")
    parameters, flops = dict.fromkeys(parts, 0), dict.fromkeys(parts, 0)
    parameters["embed"] = vocabulary * width + context * width
    flops["embed"] = 2 * width + 2 * width
    flops["deembed"] = 2 * width * vocabulary
    for _ in range(layers):
        matrices = [("qkv", width, attention)] * 3
        matrices += [("project", attention, width), ("feed_forward", width, inner), ("feed_forward", inner, width)]
        for part, inputs, outputs in matrices:
            parameters[part] += inputs * outputs
            flops[part] += 2 * inputs * outputs
        flops["mask"] += 2 * context * attention
    own = ("qkv", "mask", "project", "feed_forward")
    return {
        "parameters": parameters, "flops": flops, "non_embedding": sum(parameters[part] for part in own),
        "forward": sum(flops[part] for part in own),
    }
