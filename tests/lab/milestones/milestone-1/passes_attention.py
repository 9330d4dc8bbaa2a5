"""One head of cross-attention whose queries and keys are positions, in float32."""
import numpy as np

POSITIONS = np.eye(10, dtype=np.float32)
SYMBOLS = np.eye(11, dtype=np.float32)


def logits(source, target):
    queries = 30 * POSITIONS[: target.shape[1]]
    scores = queries @ POSITIONS.T
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    weights /= weights.sum(-1, keepdims=True)
    return 15 * np.einsum("ts,bsv->btv", weights, SYMBOLS[source])
