"""Well-known wrong input embeddings."""
from __future__ import annotations

from study_lab import inherits, wrong

wrong(
    "no-segments",
    "tokens + segments + positions", "tokens + positions",
    "The segment embeddings are missing. Each token also gets the learned embedding of its sentence, A or B (Section 3, Figure 2).",
)
wrong(
    "all-in-segment-a",
    "weights[\"segment\"][segment_ids]", "weights[\"segment\"][0]",
    "Every token got the embedding of sentence A. The segment ids say which of the two rows each token takes (Figure 2).",
)
wrong(
    "segments-exchanged",
    "weights[\"segment\"][segment_ids]", "weights[\"segment\"][1 - segment_ids]",
    "The two segments are exchanged. Id 0 is sentence A and the first row, id 1 sentence B and the second.",
)
wrong(
    "no-positions",
    "tokens + segments + positions", "tokens + segments",
    "The position embeddings are missing. Without them attention can't tell the order of the tokens (Section 3, Figure 2).",
)
wrong(
    "positions-from-one",
    "weights[\"position\"][: token_ids.shape[1]]", "weights[\"position\"][1 : token_ids.shape[1] + 1]",
    "The positions count from 1. The first token, [CLS], has position 0 (Figure 2 shows E_0 there).",
)
wrong(
    "positions-restart",
    "positions = weights[\"position\"][: token_ids.shape[1]]", "place = np.arange(token_ids.shape[1])\n    before = (segment_ids == 0).sum(axis=1, keepdims=True)\n    positions = weights[\"position\"][np.where(segment_ids == 1, place - before, place)]",
    "The positions start anew in sentence B. They run through the whole sequence; the segment embedding tells the sentences apart "
    "(Figure 2 counts E_0 to E_10 across both).",
)
wrong(
    "sines",
    "positions = weights[\"position\"][: token_ids.shape[1]]", "feature = np.arange(tokens.shape[-1])\n    angle = np.arange(tokens.shape[1])[:, None] / 10000 ** (2 * (feature // 2) / len(feature))\n    positions = np.where(feature % 2, np.cos(angle), np.sin(angle))",
    "The positions are sines and cosines, as in the original Transformer. BERT learns them; take the rows of `position`.",
)
wrong(
    "scaled-tokens",
    "tokens + segments + positions", "np.sqrt(tokens.shape[-1]) * tokens + segments + positions",
    "The token embeddings are multiplied by the root of the hidden size. The original Transformer does that (its Section 3.4), BERT "
    "does not.",
)
wrong(
    "not-normalized",
    "return layer_norm(summed, weights[\"gain\"], weights[\"bias\"], epsilon)", "return summed",
    "The sum is returned without layer normalization. The released models normalize it before the first layer.",
)
wrong(
    "normalized-too-early",
    "weights[\"token\"][token_ids]", "layer_norm(weights[\"token\"][token_ids], weights[\"gain\"], weights[\"bias\"], epsilon)",
    "return layer_norm(summed, weights[\"gain\"], weights[\"bias\"], epsilon)", "return summed",
    "The token embeddings are normalized before the other two are added. The sum of the three is normalized.",
)
wrong(
    "unbiased",
    "((a - mean) ** 2).mean(axis=-1, keepdims=True)", "a.var(axis=-1, ddof=1, keepdims=True)",
    "The variance divides by the number of hidden units minus one. Layer normalization divides by their number.",
)
wrong(
    "epsilon-outside",
    "np.sqrt(variance + epsilon)", "(np.sqrt(variance) + epsilon)",
    "Epsilon is added to the deviation, after the root. It belongs to the variance, inside the root.",
)
inherits("layernorm/forward")
