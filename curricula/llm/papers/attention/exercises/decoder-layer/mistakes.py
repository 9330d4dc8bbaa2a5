"""Well-known wrong ways to put a decoder layer together."""
from __future__ import annotations

from study_lab import inherits, wrong

wrong(
    "no-causal-mask",
    "heads, causal)", "heads, None)",
    "Self-attention sees later positions. While training these are the very tokens to predict; hide all positions after i "
    "from position i (Section 3.2.3).",
)
wrong(
    "causal-mask-inverted",
    "np.tri(y.shape[1], dtype=bool)", "np.tri(y.shape[1], dtype=bool).T",
    "The causal mask is upside down: position i sees itself and what comes later. It must see itself and what came before, "
    "the lower triangle (Section 3.2.3).",
)
wrong(
    "causal-mask-without-diagonal",
    "np.tri(y.shape[1], dtype=bool)", "np.tri(y.shape[1], k=-1, dtype=bool)",
    "A position does not see itself, and the first one sees nothing. The outputs are shifted by one position already, so "
    "position i may look at positions up to and including i (Sections 3.1 and 3.2.3).",
)
wrong(
    "causal-mask-without-diagonal-nan",
    "np.tri(y.shape[1], dtype=bool)", "np.tri(y.shape[1], k=-1, dtype=bool)",
    "np.where(np.isfinite(top), top, 0.0)", "top",
    "A position does not see itself; the first one sees nothing and becomes NaN. The outputs are shifted by one position "
    "already, so position i may look at positions up to and including i (Sections 3.1 and 3.2.3).",
)
wrong(
    "causal-mask-without-diagonal-uniform",
    "np.tri(y.shape[1], dtype=bool)", "np.tri(y.shape[1], k=-1, dtype=bool)",
    "scores, -np.inf)", "scores, -1e9)",
    "A position does not see itself; the first one looks at everything alike, future included. The outputs are shifted by "
    "one position already, so position i may look at positions up to and including i (Sections 3.1 and 3.2.3).",
)
wrong(
    "causal-cross-attention",
    "sources = None if memory_mask is None else np.asarray(memory_mask)[:, None, None, :]", "sources = np.tri(y.shape[1], memory.shape[1], dtype=bool)\n    if memory_mask is not None:\n        sources = sources & np.asarray(memory_mask)[:, None, None, :]",
    "Cross-attention has the causal mask too. The whole source is known before the first word is written; every position "
    "may look at all of it (Section 3.2.3).",
)
wrong(
    "memory-padding-attended",
    "heads, sources)", "heads, None)",
    "Cross-attention looks at the padding of the source. `memory_mask` hides those keys.",
)
wrong(
    "cross-roles-swapped",
    "multi_head(y, memory, weights", "multi_head(memory, y, weights",
    "In cross-attention the queries come from the memory, keys and values from the decoder. It is the other way round: the "
    "decoder asks, the encoder's output answers (Section 3.2.3).",
)
wrong(
    "cross-attention-to-itself",
    "looked_up = multi_head(y, memory, weights, \"cross\", heads, sources)", "looked_up = multi_head(y, y, weights, \"cross\", heads, causal)",
    "The second attention takes keys and values from the decoder, so the source never reaches the output. They come from "
    "the encoder's output, `memory` (Section 3.2.3).",
)
wrong(
    "cross-attention-first",
    "attended = multi_head(y, y, weights, \"self\", heads, causal)\n    y = layer_norm(y + attended, weights[\"self_gain\"], weights[\"self_bias\"])\n    looked_up = multi_head(y, memory, weights, \"cross\", heads, sources)\n    y = layer_norm(y + looked_up, weights[\"cross_gain\"], weights[\"cross_bias\"])", "looked_up = multi_head(y, memory, weights, \"cross\", heads, sources)\n    y = layer_norm(y + looked_up, weights[\"cross_gain\"], weights[\"cross_bias\"])\n    attended = multi_head(y, y, weights, \"self\", heads, causal)\n    y = layer_norm(y + attended, weights[\"self_gain\"], weights[\"self_bias\"])",
    "Cross-attention comes before self-attention. Masked self-attention is the first sub-layer (Figure 1).",
)
wrong(
    "no-residual-cross-attention",
    "y + looked_up", "looked_up",
    "The residual connection around cross-attention is missing. All three sub-layers have one (Section 3.1).",
)
wrong(
    "no-residuals",
    "y + attended", "attended",
    "y + looked_up", "looked_up",
    "y + forwarded", "forwarded",
    "The residual connections are missing. Each sub-layer's input is added to its output before the normalization (Section "
    "3.1).",
)
wrong(
    "pre-norm",
    "attended = multi_head(y, y, weights, \"self\", heads, causal)\n    y = layer_norm(y + attended, weights[\"self_gain\"], weights[\"self_bias\"])", "normed = layer_norm(y, weights[\"self_gain\"], weights[\"self_bias\"])\n    y = y + multi_head(normed, normed, weights, \"self\", heads, causal)",
    "looked_up = multi_head(y, memory, weights, \"cross\", heads, sources)\n    y = layer_norm(y + looked_up, weights[\"cross_gain\"], weights[\"cross_bias\"])", "normed = layer_norm(y, weights[\"cross_gain\"], weights[\"cross_bias\"])\n    y = y + multi_head(normed, memory, weights, \"cross\", heads, sources)",
    "forwarded = feed_forward(y, weights)\n    return layer_norm(y + forwarded, weights[\"ffn_gain\"], weights[\"ffn_bias\"])", "normed = layer_norm(y, weights[\"ffn_gain\"], weights[\"ffn_bias\"])\n    return y + feed_forward(normed, weights)",
    "Each sub-layer gets the normalized input, and nothing is normalized after the addition. That is pre-LN of later "
    "models; here it is LayerNorm(y + Sublayer(y)) (Section 3.1).",
)
inherits("multi-head")
inherits("feed-forward")
inherits("layernorm/forward", without=["epsilon-fixed"])
