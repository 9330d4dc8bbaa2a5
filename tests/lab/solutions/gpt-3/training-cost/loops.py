"""The parameters added up array by array."""


def training_cost(layers, width, context, vocabulary, tokens):
    """Returns parameters, block_weights, flops and petaflop_days."""
    total, matrices = 0, 0
    for rows in (vocabulary, context):
        total += rows * width
    for _ in range(layers):
        for inputs, outputs in [(width, width)] * 4 + [(width, 4 * width), (4 * width, width)]:
            matrices += inputs * outputs
            total += inputs * outputs + outputs
        total += 2 * (width + width)
    total += width + width
    flops = 0.0
    for cost in (2, 4):  # forward, backward
        flops += cost * float(total) * tokens
    seconds = flops / 1e15
    return {"parameters": total, "block_weights": matrices, "flops": flops, "petaflop_days": seconds / 86400}
