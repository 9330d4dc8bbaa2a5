from __future__ import annotations


def parameter_count(depth: int, width: int = 16, classes: int = 10, option: str = "A") -> dict[str, int]:
    """The number of parameters of the residual network of depth 6n + 2 for CIFAR-10 (Section 4.2, Table 6).

    width: filters of the first stage. option: "A", "B" or "C", the shortcuts of Section 3.3.
    Returns a dict: convolutions, normalizations, shortcuts, linear, total.
    """
    # TODO: how many blocks has a stage?
    # TODO: add up layer by layer; mind the channels that each layer sees
    raise NotImplementedError("parameter_count: add up the parameters layer by layer")
