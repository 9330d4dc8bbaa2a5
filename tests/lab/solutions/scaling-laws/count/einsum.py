"""Table 1 as products of shapes, with NumPy, and eqs. (2.1) and (2.2) as they are printed."""
import numpy as np


def count(layers, width, attention, inner, context, vocabulary):
    """Returns parameters, flops, non_embedding, forward."""
    shapes = np.array([[width, 3 * attention], [attention, width], [2 * width, inner]], dtype=np.int64)
    qkv, project, feed_forward = layers * np.prod(shapes, axis=1)
    n = 2 * width * layers * (2 * attention + inner)
    mask = 2 * layers * context * attention
    return {
        "parameters": {
            "embed": (vocabulary + context) * width, "qkv": qkv, "mask": 0, "project": project,
            "feed_forward": feed_forward, "deembed": 0,
        },
        "flops": {
            "embed": 4 * width, "qkv": 2 * qkv, "mask": mask, "project": 2 * project,
            "feed_forward": 2 * feed_forward, "deembed": 2 * width * vocabulary,
        },
        "non_embedding": n,
        "forward": 2 * n + mask,
    }
