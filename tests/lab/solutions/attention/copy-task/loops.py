"""The copying head entry by entry; the keys are turned forward, where the reference turns the queries back."""
import math

import numpy as np


def copy_head(vocabulary, d_position, shift):
    """Returns a dict with w_q, w_k and w_v."""
    features = vocabulary + d_position
    w_q, w_k, w_v = np.zeros((features, d_position)), np.zeros((features, d_position)), np.zeros((features, vocabulary))
    for token in range(vocabulary):
        w_v[token, token] = 1.0
    for sine in range(0, d_position, 2):
        angle, cosine = shift / 10000 ** (sine / d_position), sine + 1
        w_q[vocabulary + sine, sine] = w_q[vocabulary + cosine, cosine] = 1500.0
        w_k[vocabulary + sine, sine] = w_k[vocabulary + cosine, cosine] = math.cos(angle)
        w_k[vocabulary + cosine, sine] = math.sin(angle)
        w_k[vocabulary + sine, cosine] = -math.sin(angle)
    return {"w_q": w_q, "w_k": w_k, "w_v": w_v}
