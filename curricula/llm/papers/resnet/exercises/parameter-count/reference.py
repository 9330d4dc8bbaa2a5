"""The number of parameters of the residual networks for CIFAR-10 (Section 4.2, Table 6)."""
from __future__ import annotations


def parameter_count(depth: int, width: int = 16, classes: int = 10, option: str = "A") -> dict[str, int]:
    """depth: 6n + 2. Returns convolutions, normalizations, shortcuts, linear and total."""
    blocks = (depth - 2) // 6
    convolutions = 9 * 3 * width
    normalizations = 2 * width
    shortcuts = 0
    channels = width
    for filters in (width, 2 * width, 4 * width):
        for block in range(blocks):
            convolutions += 9 * channels * filters + 9 * filters * filters
            normalizations += 2 * filters + 2 * filters
            if option == "C" or (option == "B" and channels != filters):
                shortcuts += channels * filters + 2 * filters
            channels = filters
    linear = channels * classes + classes
    return {
        "convolutions": convolutions,
        "normalizations": normalizations,
        "shortcuts": shortcuts,
        "linear": linear,
        "total": convolutions + normalizations + shortcuts + linear,
    }
