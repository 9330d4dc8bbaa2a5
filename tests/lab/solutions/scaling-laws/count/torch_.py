"""Table 1 from PyTorch modules without memory."""
from torch import nn


def count(layers, width, attention, inner, context, vocabulary):
    """Returns parameters, flops, non_embedding, forward."""
    def size(*shapes):
        modules = [nn.Linear(*shape, bias=False, device="meta") for shape in shapes]
        return sum(p.numel() for module in modules for p in module.parameters())

    tables = [nn.Embedding(rows, width, device="meta") for rows in (vocabulary, context)]
    parameters = {
        "embed": sum(table.weight.numel() for table in tables), "qkv": layers * size((width, 3 * attention)), "mask": 0,
        "project": layers * size((attention, width)), "feed_forward": layers * size((width, inner), (inner, width)), "deembed": 0,
    }
    flops = {part: 2 * number for part, number in parameters.items()}
    flops.update(embed=4 * width, mask=2 * layers * context * attention, deembed=2 * size((width, vocabulary)))
    inside = ("qkv", "mask", "project", "feed_forward")
    return {
        "parameters": parameters, "flops": flops, "non_embedding": sum(parameters[part] for part in inside),
        "forward": sum(flops[part] for part in inside),
    }
