"""Well-known wrong input embeddings."""
from __future__ import annotations

import numpy as np
from reference import input_embeddings, layer_norm
from study_lab import mistake


def parts(token_ids, segment_ids, weights):
    """token_ids, segment_ids: (batch, length). Returns the three embeddings, each to be broadcast to (batch, length, hidden)."""
    return weights["token"][token_ids], weights["segment"][segment_ids], weights["position"][: token_ids.shape[1]]


def normalized(summed, weights, epsilon):
    """summed: (batch, length, hidden). Returns the same shape."""
    return layer_norm(summed, weights["gain"], weights["bias"], epsilon)


@mistake(
    "no-segments",
    "The segment embeddings are missing. Each token also gets the learned embedding of its sentence, A or B (Section 3, Figure 2).",
)
def no_segments(token_ids, segment_ids, weights, epsilon=1e-12):
    token, _, position = parts(token_ids, segment_ids, weights)
    return normalized(token + position, weights, epsilon)


@mistake(
    "all-in-segment-a",
    "Every token got the embedding of sentence A. The segment ids say which of the two rows each token takes (Figure 2).",
)
def all_in_segment_a(token_ids, segment_ids, weights, epsilon=1e-12):
    return input_embeddings(token_ids, np.zeros_like(segment_ids), weights, epsilon)


@mistake(
    "segments-exchanged",
    "The two segments are exchanged. Id 0 is sentence A and the first row, id 1 sentence B and the second.",
)
def segments_exchanged(token_ids, segment_ids, weights, epsilon=1e-12):
    return input_embeddings(token_ids, 1 - segment_ids, weights, epsilon)


@mistake(
    "no-positions",
    "The position embeddings are missing. Without them attention can't tell the order of the tokens (Section 3, Figure 2).",
)
def no_positions(token_ids, segment_ids, weights, epsilon=1e-12):
    token, segment, _ = parts(token_ids, segment_ids, weights)
    return normalized(token + segment, weights, epsilon)


@mistake(
    "positions-from-one",
    "The positions count from 1. The first token, [CLS], has position 0 (Figure 2 shows E_0 there).",
)
def positions_from_one(token_ids, segment_ids, weights, epsilon=1e-12):
    token, segment, _ = parts(token_ids, segment_ids, weights)
    return normalized(token + segment + weights["position"][1 : token_ids.shape[1] + 1], weights, epsilon)


@mistake(
    "positions-restart",
    "The positions start anew in sentence B. They run through the whole sequence; the segment embedding tells the sentences apart "
    "(Figure 2 counts E_0 to E_10 across both).",
)
def positions_restart(token_ids, segment_ids, weights, epsilon=1e-12):
    token, segment, _ = parts(token_ids, segment_ids, weights)
    place = np.arange(token_ids.shape[1])[None]
    before = (segment_ids == 0).sum(axis=1, keepdims=True)
    return normalized(token + segment + weights["position"][np.where(segment_ids == 1, place - before, place)], weights, epsilon)


@mistake(
    "sines",
    "The positions are sines and cosines, as in the original Transformer. BERT learns them; take the rows of `position`.",
)
def sines(token_ids, segment_ids, weights, epsilon=1e-12):
    token, segment, _ = parts(token_ids, segment_ids, weights)
    hidden = token.shape[-1]
    angle = np.arange(token.shape[1])[:, None] / 10000 ** (2 * (np.arange(hidden) // 2) / hidden)
    return normalized(token + segment + np.where(np.arange(hidden) % 2, np.cos(angle), np.sin(angle)), weights, epsilon)


@mistake(
    "scaled-tokens",
    "The token embeddings are multiplied by the root of the hidden size. The original Transformer does that (its Section 3.4), BERT "
    "does not.",
)
def scaled_tokens(token_ids, segment_ids, weights, epsilon=1e-12):
    token, segment, position = parts(token_ids, segment_ids, weights)
    return normalized(np.sqrt(token.shape[-1]) * token + segment + position, weights, epsilon)


@mistake(
    "not-normalized",
    "The sum is returned without layer normalization. The released models normalize it before the first layer.",
)
def not_normalized(token_ids, segment_ids, weights, epsilon=1e-12):
    token, segment, position = parts(token_ids, segment_ids, weights)
    return token + segment + position


@mistake(
    "normalized-too-early",
    "The token embeddings are normalized before the other two are added. The sum of the three is normalized.",
)
def normalized_too_early(token_ids, segment_ids, weights, epsilon=1e-12):
    token, segment, position = parts(token_ids, segment_ids, weights)
    return normalized(token, weights, epsilon) + segment + position


@mistake(
    "unbiased",
    "The variance divides by the number of hidden units minus one. Layer normalization divides by their number.",
)
def unbiased(token_ids, segment_ids, weights, epsilon=1e-12):
    summed = sum(parts(token_ids, segment_ids, weights))
    centered = summed - summed.mean(axis=-1, keepdims=True)
    return weights["gain"] * centered / np.sqrt(summed.var(axis=-1, ddof=1, keepdims=True) + epsilon) + weights["bias"]


@mistake(
    "epsilon-outside",
    "Epsilon is added to the deviation, after the root. It belongs to the variance, inside the root.",
)
def epsilon_outside(token_ids, segment_ids, weights, epsilon=1e-12):
    summed = sum(parts(token_ids, segment_ids, weights))
    centered = summed - summed.mean(axis=-1, keepdims=True)
    return weights["gain"] * centered / (summed.std(axis=-1, keepdims=True) + epsilon) + weights["bias"]
