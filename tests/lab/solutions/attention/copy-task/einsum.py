"""The copying head with cosine and sine of the same pair: queries by einsum with blocks, sharpness shared by both sides."""
import numpy as np


def copy_head(vocabulary, d_position, shift):
    """Returns a dict with w_q, w_k and w_v."""
    pairs = d_position // 2
    angles = shift * 10000.0 ** (-np.arange(pairs) / pairs)
    blocks = np.array([[np.cos(angles), np.sin(angles)], [-np.sin(angles), np.cos(angles)]])
    # (row of a pair, column of a pair, pair) to a matrix with the blocks on its diagonal.
    turned = np.einsum("rcp,pq->prqc", blocks, np.eye(pairs)).reshape(d_position, d_position)
    position = np.eye(vocabulary + d_position)[:, vocabulary:]
    return {
        "w_q": 60.0 * position @ turned,
        "w_k": 60.0 * position,
        "w_v": np.eye(vocabulary + d_position, vocabulary),
    }
