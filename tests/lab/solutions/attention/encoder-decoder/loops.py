"""The Transformer one case and one token at a time; the decoder's layers remember what they have read."""
import math

import numpy as np


def normalized(vector, layer, name):
    """vector: (d_model,). Returns (d_model,)."""
    mean = math.fsum(vector) / len(vector)
    variance = math.fsum((v - mean) ** 2 for v in vector) / len(vector)
    return (vector - mean) / math.sqrt(variance + 1e-5) * layer[f"{name}_gain"] + layer[f"{name}_bias"]


def looked_up(token, others, layer, name, heads):
    """token: (d_model,); others: list of (d_model,). The attention of one token. Returns (d_model,)."""
    d_k = len(token) // heads
    joined = []
    for head in range(heads):
        w_q, w_k, w_v = (layer[f"{name}_{w}"][:, head * d_k : (head + 1) * d_k] for w in "qkv")
        scores = [(token @ w_q) @ (other @ w_k) / math.sqrt(d_k) for other in others]
        parts = [math.exp(score - max(scores)) for score in scores]
        joined.extend(sum(part * (other @ w_v) for part, other in zip(parts, others)) / sum(parts))
    return np.array(joined) @ layer[f"{name}_o"]


def fed(token, layer):
    """token: (d_model,). The feed-forward network with its residual connection and normalization."""
    hidden = np.array([max(0.0, h) for h in token @ layer["ffn_w_1"] + layer["ffn_b_1"]])
    return normalized(token + hidden @ layer["ffn_w_2"] + layer["ffn_b_2"], layer, "ffn")


def embedded(token, position, embedding):
    """One token at one position. Returns (d_model,)."""
    d_model = embedding.shape[1]
    vector = embedding[token] * math.sqrt(d_model)
    for feature in range(d_model):
        angle = position / 10000 ** (2 * (feature // 2) / d_model)
        vector[feature] += math.cos(angle) if feature % 2 else math.sin(angle)
    return vector


def transformer(source, target, weights, heads, start=1, padding=0):
    """source: (batch, sources); target: (batch, targets). Returns logits (batch, targets, vocabulary)."""
    embedding = weights["embedding"]
    logits = np.empty((*target.shape, len(embedding)))
    for n in range(len(source)):
        memory = [embedded(token, at, embedding) for at, token in enumerate(source[n]) if token != padding]
        for layer in weights["encoder"]:
            memory = [fed(normalized(x + looked_up(x, memory, layer, "self", heads), layer, "self"), layer) for x in memory]
        read = [[] for _ in weights["decoder"]]
        token = start
        for at, following in enumerate(target[n]):
            y = embedded(token, at, embedding)
            for layer, earlier in zip(weights["decoder"], read):
                earlier.append(y)
                y = normalized(y + looked_up(y, earlier, layer, "self", heads), layer, "self")
                y = fed(normalized(y + looked_up(y, memory, layer, "cross", heads), layer, "cross"), layer)
            logits[n, at] = embedding @ y
            token = following
    return logits
