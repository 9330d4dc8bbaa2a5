"""The numbers counted layer by layer."""


def count(shapes, layers, adapted, r):
    """Returns trainable, total, share, checkpoint_bytes, optimizer_bytes_saved."""
    frozen, learning, saved, stored = 0, 0, 0, 0
    for _ in range(layers):
        for name, (out, width_in) in shapes.items():
            frozen += out * width_in
            saved += out * width_in * (4 + 4)
            if name in adapted:
                for rows, columns in ((r, width_in), (out, r)):
                    learning += rows * columns
                    stored += rows * columns * 16 // 8
    return {
        "trainable": learning, "total": frozen + learning, "share": learning / (frozen + learning),
        "checkpoint_bytes": stored, "optimizer_bytes_saved": saved,
    }
