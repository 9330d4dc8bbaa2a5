"""Parameters counted in PyTorch modules that are built for it."""
from torch import nn


def size(modules):
    """The number of parameters in a list of modules."""
    return sum(p.numel() for module in modules for p in module.parameters())


def parameter_count(depth, width=16, classes=10, option="A"):
    """depth: 6n + 2. Returns a dict of whole numbers."""
    n = (depth - 2) // 6
    # All later blocks of a stage are alike, so one of them stands for n - 1 (and depth 1202 stays quick).
    stem = [nn.Conv2d(3, width, 3, bias=False)], [nn.BatchNorm2d(width)]
    convolutions, normalizations, shortcuts, before = size(stem[0]), size(stem[1]), 0, width
    for stage in range(3):
        filters = width * 2**stage
        for inputs, times in ((before, 1), (filters, n - 1)):
            first, second = nn.Conv2d(inputs, filters, 3, bias=False), nn.Conv2d(filters, filters, 3, bias=False)
            convolutions += times * size([first, second])
            normalizations += times * size([nn.BatchNorm2d(filters), nn.BatchNorm2d(filters)])
            if option == "C" or option == "B" and inputs != filters:
                shortcuts += times * size([nn.Conv2d(inputs, filters, 1, bias=False), nn.BatchNorm2d(filters)])
        before = filters
    linear = size([nn.Linear(before, classes)])
    return {
        "convolutions": convolutions, "normalizations": normalizations, "shortcuts": shortcuts, "linear": linear,
        "total": convolutions + normalizations + shortcuts + linear,
    }
