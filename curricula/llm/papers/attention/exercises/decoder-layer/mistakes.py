"""Well-known wrong ways to put a decoder layer together."""
from __future__ import annotations

import numpy as np
from reference import decoder_layer, feed_forward, layer_norm, multi_head
from study_lab import mistake


class Layer:
    """The parts of a decoder layer for one call, to be put together in other ways. Shapes as in the exercise."""

    def __init__(self, y, memory, weights, heads, memory_mask):
        self.memory, self.weights, self.heads = memory, weights, heads
        self.sources = None if memory_mask is None else memory_mask[:, None, None, :]
        self.causal = np.tri(y.shape[1], dtype=bool)

    def attend(self, y, mask):
        return multi_head(y, y, self.weights, "self", self.heads, mask)

    def cross(self, y, mask):
        return multi_head(y, self.memory, self.weights, "cross", self.heads, mask)

    def feed_forward(self, y):
        return feed_forward(y, self.weights)

    def norm(self, y, name):
        return layer_norm(y, self.weights[f"{name}_gain"], self.weights[f"{name}_bias"])

    def put_together(self, y, self_mask, cross_mask):
        y = self.norm(y + self.attend(y, self_mask), "self")
        y = self.norm(y + self.cross(y, cross_mask), "cross")
        return self.norm(y + self.feed_forward(y), "ffn")


@mistake(
    "no-causal-mask",
    "Self-attention sees later positions. While training these are the very tokens to predict; hide all positions after i "
    "from position i (Section 3.2.3).",
)
def no_causal_mask(y, memory, weights, heads, memory_mask=None):
    layer = Layer(y, memory, weights, heads, memory_mask)
    return layer.put_together(y, None, layer.sources)


@mistake(
    "causal-mask-inverted",
    "The causal mask is upside down: position i sees itself and what comes later. It must see itself and what came before, "
    "the lower triangle (Section 3.2.3).",
)
def causal_mask_inverted(y, memory, weights, heads, memory_mask=None):
    layer = Layer(y, memory, weights, heads, memory_mask)
    return layer.put_together(y, layer.causal.T, layer.sources)


def without_diagonal(layer, y, first):
    """The layer with a causal mask that hides the position itself; its first position gets first, to be broadcast to (d_model,)."""
    attended = layer.attend(y, layer.causal & ~np.eye(y.shape[1], dtype=bool))
    attended[:, 0] = first
    y = layer.norm(y + attended, "self")
    y = layer.norm(y + layer.cross(y, layer.sources), "cross")
    return layer.norm(y + layer.feed_forward(y), "ffn")


@mistake(
    "causal-mask-without-diagonal",
    "A position does not see itself, and the first one sees nothing. The outputs are shifted by one position already, so "
    "position i may look at positions up to and including i (Sections 3.1 and 3.2.3).",
)
def causal_mask_without_diagonal(y, memory, weights, heads, memory_mask=None):
    return without_diagonal(Layer(y, memory, weights, heads, memory_mask), y, 0.0)


@mistake(
    "causal-mask-without-diagonal-nan",
    "A position does not see itself; the first one sees nothing and becomes NaN. The outputs are shifted by one position "
    "already, so position i may look at positions up to and including i (Sections 3.1 and 3.2.3).",
)
def causal_mask_without_diagonal_nan(y, memory, weights, heads, memory_mask=None):
    return without_diagonal(Layer(y, memory, weights, heads, memory_mask), y, np.nan)


@mistake(
    "causal-mask-without-diagonal-uniform",
    "A position does not see itself; the first one looks at everything alike, future included. The outputs are shifted by "
    "one position already, so position i may look at positions up to and including i (Sections 3.1 and 3.2.3).",
)
def causal_mask_without_diagonal_uniform(y, memory, weights, heads, memory_mask=None):
    layer = Layer(y, memory, weights, heads, memory_mask)
    uniform = multi_head(y, y, {**weights, "self_q": np.zeros_like(weights["self_q"])}, "self", heads, None)
    return without_diagonal(layer, y, uniform[:, 0])


@mistake(
    "causal-cross-attention",
    "Cross-attention has the causal mask too. The whole source is known before the first word is written; every position "
    "may look at all of it (Section 3.2.3).",
)
def causal_cross_attention(y, memory, weights, heads, memory_mask=None):
    layer = Layer(y, memory, weights, heads, memory_mask)
    seen = np.tri(y.shape[1], memory.shape[1], dtype=bool)
    return layer.put_together(y, layer.causal, seen if layer.sources is None else seen & layer.sources)


@mistake(
    "memory-padding-attended",
    "Cross-attention looks at the padding of the source. `memory_mask` hides those keys.",
)
def memory_padding_attended(y, memory, weights, heads, memory_mask=None):
    return decoder_layer(y, memory, weights, heads)


@mistake(
    "cross-roles-swapped",
    "In cross-attention the queries come from the memory, keys and values from the decoder. It is the other way round: the "
    "decoder asks, the encoder's output answers (Section 3.2.3).",
)
def cross_roles_swapped(y, memory, weights, heads, memory_mask=None):
    layer = Layer(y, memory, weights, heads, memory_mask)
    y = layer.norm(y + layer.attend(y, layer.causal), "self")
    # With as many targets as sources the shapes fit and nothing complains; otherwise the addition fails.
    y = layer.norm(y + multi_head(memory, y, weights, "cross", heads, layer.sources), "cross")
    return layer.norm(y + layer.feed_forward(y), "ffn")


@mistake(
    "cross-attention-to-itself",
    "The second attention takes keys and values from the decoder, so the source never reaches the output. They come from "
    "the encoder's output, `memory` (Section 3.2.3).",
)
def cross_attention_to_itself(y, memory, weights, heads, memory_mask=None):
    layer = Layer(y, memory, weights, heads, memory_mask)
    y = layer.norm(y + layer.attend(y, layer.causal), "self")
    y = layer.norm(y + multi_head(y, y, weights, "cross", heads, layer.causal), "cross")
    return layer.norm(y + layer.feed_forward(y), "ffn")


@mistake(
    "cross-attention-first",
    "Cross-attention comes before self-attention. Masked self-attention is the first sub-layer (Figure 1).",
)
def cross_attention_first(y, memory, weights, heads, memory_mask=None):
    layer = Layer(y, memory, weights, heads, memory_mask)
    y = layer.norm(y + layer.cross(y, layer.sources), "cross")
    y = layer.norm(y + layer.attend(y, layer.causal), "self")
    return layer.norm(y + layer.feed_forward(y), "ffn")


@mistake(
    "no-residual-cross-attention",
    "The residual connection around cross-attention is missing. All three sub-layers have one (Section 3.1).",
)
def no_residual_cross_attention(y, memory, weights, heads, memory_mask=None):
    layer = Layer(y, memory, weights, heads, memory_mask)
    y = layer.norm(y + layer.attend(y, layer.causal), "self")
    y = layer.norm(layer.cross(y, layer.sources), "cross")
    return layer.norm(y + layer.feed_forward(y), "ffn")


@mistake(
    "no-residuals",
    "The residual connections are missing. Each sub-layer's input is added to its output before the normalization (Section "
    "3.1).",
)
def no_residuals(y, memory, weights, heads, memory_mask=None):
    layer = Layer(y, memory, weights, heads, memory_mask)
    y = layer.norm(layer.attend(y, layer.causal), "self")
    y = layer.norm(layer.cross(y, layer.sources), "cross")
    return layer.norm(layer.feed_forward(y), "ffn")


@mistake(
    "pre-norm",
    "Each sub-layer gets the normalized input, and nothing is normalized after the addition. That is pre-LN of later "
    "models; here it is LayerNorm(y + Sublayer(y)) (Section 3.1).",
)
def pre_norm(y, memory, weights, heads, memory_mask=None):
    layer = Layer(y, memory, weights, heads, memory_mask)
    y = y + layer.attend(layer.norm(y, "self"), layer.causal)
    y = y + layer.cross(layer.norm(y, "cross"), layer.sources)
    return y + layer.feed_forward(layer.norm(y, "ffn"))
