"""What low-rank updates save (Sections 4.2 and 5.1)."""
from __future__ import annotations


def count(shapes: dict[str, tuple[int, int]], layers: int, adapted: list[str], r: int) -> dict[str, float]:
    """shapes: name -> (out, in). Returns trainable, total, share, checkpoint_bytes and optimizer_bytes_saved."""
    sizes = [out * width_in for out, width_in in shapes.values()]
    ends = [shapes[name][0] + shapes[name][1] for name in adapted]
    frozen = layers * sum(sizes)
    trainable = layers * r * sum(ends)
    total = frozen + trainable
    share = trainable / total
    checkpoint_bytes = 2 * trainable
    moments = 2
    optimizer_bytes_saved = moments * 4 * frozen
    return {
        "trainable": trainable,
        "total": total,
        "share": share,
        "checkpoint_bytes": checkpoint_bytes,
        "optimizer_bytes_saved": optimizer_bytes_saved,
    }
