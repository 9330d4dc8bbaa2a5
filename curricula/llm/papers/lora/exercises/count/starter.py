from __future__ import annotations


def count(shapes: dict[str, tuple[int, int]], layers: int, adapted: list[str], r: int) -> dict[str, float]:
    """Parameters, bytes of a checkpoint and bytes of optimizer state with low-rank updates (Sections 4.2, 5.1).

    shapes: name -> (out, in), the matrices of one layer. adapted: names that get an update of rank r.
    Returns a dict: trainable, total, share, checkpoint_bytes, optimizer_bytes_saved.
    """
    # TODO: the frozen numbers and those that learn
    # TODO: share and bytes
    raise NotImplementedError("count: add up what learns and what is frozen")
