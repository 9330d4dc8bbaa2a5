"""Parameters counted from a list of the network's layers."""


def layers(depth, width, option):
    """Yields (kind, inputs, outputs, kernel) of each convolution, shortcuts included."""
    yield "convolutions", 3, width, 3
    before, blocks = width, depth // 6
    for stage in range(3):
        filters = width << stage
        for block in range(blocks):
            yield "convolutions", before, filters, 3
            yield "convolutions", filters, filters, 3
            if option == "C" or option == "B" and stage > 0 and block == 0:
                yield "shortcuts", before, filters, 1
            before = filters


def parameter_count(depth, width=16, classes=10, option="A"):
    """depth: 6n + 2. Returns a dict of whole numbers."""
    count = {"convolutions": 0, "normalizations": 0, "shortcuts": 0, "linear": (4 * width + 1) * classes}
    for kind, inputs, outputs, kernel in layers(depth, width, option):
        count[kind] += inputs * outputs * kernel * kernel
        count["shortcuts" if kind == "shortcuts" else "normalizations"] += 2 * outputs
    count["total"] = sum(count.values())
    return count
