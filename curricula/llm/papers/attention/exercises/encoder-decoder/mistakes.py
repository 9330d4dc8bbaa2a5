"""Well-known wrong ways to put a Transformer together."""
from __future__ import annotations

from study_lab import inherits, wrong

wrong(
    "embedding-not-scaled",
    "embedding[tokens] * np.sqrt(d_model)", "embedding[tokens]",
    "The embeddings are not multiplied by √d_model. Without it the positions outweigh small embeddings (Section 3.4).",
)
wrong(
    "positions-scaled",
    "embedding[tokens] * np.sqrt(d_model)", "embedding[tokens]",
    "return vectors + positional_encoding(tokens.shape[1], d_model)", "return (vectors + positional_encoding(tokens.shape[1], d_model)) * np.sqrt(d_model)",
    "The positions are added before the factor √d_model and grow with it. Scale the embeddings, then add the positions "
    "(Sections 3.4 and 3.5).",
)
wrong(
    "no-positions",
    " + positional_encoding(tokens.shape[1], d_model)", "",
    "The positions are missing. Without them attention can't tell the order of the tokens (Section 3.5).",
)
wrong(
    "positions-half-split",
    "np.stack([np.sin(angle), np.cos(angle)], axis=-1).reshape(length, d_model)", "np.concatenate([np.sin(angle), np.cos(angle)], axis=1)",
    "The positions have all sines before all cosines. Sine and cosine of a pair are neighbours, feature 2i and feature 2i + "
    "1 (Section 3.5).",
)
wrong(
    "positions-in-encoder-only",
    "y = embed(shift(target, start), weights[\"embedding\"])", "y = weights[\"embedding\"][shift(target, start)] * np.sqrt(weights[\"embedding\"].shape[1])",
    "The decoder's input has no positions. They are added to the embeddings at the bottom of both stacks (Section 3.5).",
)
wrong(
    "target-not-shifted",
    "shift(target, start)", "target",
    "The decoder reads the target as it is, so each position sees the token that it should predict. Its input is the start "
    "token and then the target without its last token (Section 3.1).",
)
wrong(
    "no-causal-mask",
    "np.tri(target.shape[1], dtype=bool)", "np.ones((target.shape[1], target.shape[1]), dtype=bool)",
    "The decoder sees later target tokens. Self-attention of position i is limited to positions up to and including i "
    "(Section 3.2.3).",
)
wrong(
    "padding-attended",
    "source != padding", "source != -1",
    "Padding of the source is treated as tokens, in the encoder and in cross-attention. Both hide it as keys.",
)
wrong(
    "padding-in-encoder",
    "encoder_layer(memory, layer, heads, real)", "encoder_layer(memory, layer, heads, None)",
    "The encoder looks at the padding of the source; only cross-attention hides it. The mask of the source is needed twice.",
)
wrong(
    "padding-in-cross-attention",
    "decoder_layer(y, memory, layer, heads, causal, real)", "decoder_layer(y, memory, layer, heads, causal, None)",
    "Cross-attention looks at the padding of the source. The mask of the source is needed twice, in the encoder and in "
    "every cross-attention.",
)
wrong(
    "layer-by-layer",
    "for layer in weights[\"encoder\"]:", "memories = []\n    for layer in weights[\"encoder\"]:",
    "memory = encoder_layer(memory, layer, heads, real)", "memory = encoder_layer(memory, layer, heads, real)\n        memories.append(memory)",
    "for layer in weights[\"decoder\"]:", "for at, layer in enumerate(weights[\"decoder\"]):\n        memory = memories[min(at, len(memories) - 1)]",
    "Decoder layer n attends to the output of encoder layer n. Every decoder layer attends to the output of the whole "
    "encoder (Sections 3.1 and 3.2.3, Figure 1).",
)
wrong(
    "projection-scaled",
    "return y @ weights[\"embedding\"].T", "return y @ weights[\"embedding\"].T * np.sqrt(y.shape[-1])",
    "The logits use the scaled matrix. Only the two embedding layers multiply it by √d_model; the projection uses it as it "
    "is (Section 3.4).",
)
wrong(
    "norm-at-the-end",
    "y = embed(shift(target, start), weights[\"embedding\"])", "memory = layer_norm(memory, 1.0, 0.0)\n    y = embed(shift(target, start), weights[\"embedding\"])",
    "return y @", "return layer_norm(y, 1.0, 0.0) @",
    "A further normalization follows each stack. With post-LN the last layer ends with one already; the extra one belongs "
    "to pre-LN models (Section 3.1, Figure 1).",
)
inherits("decoder-layer", without=["epsilon-outside"])
inherits("encoder-layer", without=["epsilon-outside"])
