"""The numbers counted with NumPy."""
import numpy as np


def count(shapes, layers, adapted, r):
    """Returns trainable, total, share, checkpoint_bytes, optimizer_bytes_saved."""
    table = np.array(list(shapes.values()), dtype=np.int64)
    chosen = np.array([name in adapted for name in shapes], dtype=np.int64)
    frozen = layers * np.einsum("i,i->", table[:, 0], table[:, 1])
    trainable = layers * r * np.einsum("i,ij->", chosen, table)
    return {
        "trainable": trainable, "total": frozen + trainable, "share": trainable / (frozen + trainable),
        "checkpoint_bytes": trainable * np.dtype(np.float16).itemsize,
        "optimizer_bytes_saved": 2 * frozen * np.dtype(np.float32).itemsize,
    }
