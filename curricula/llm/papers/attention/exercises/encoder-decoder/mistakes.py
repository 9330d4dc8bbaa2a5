"""Well-known wrong ways to put a Transformer together."""
from __future__ import annotations

import numpy as np
from reference import decoder_layer, embed, encoder_layer, positional_encoding, shift, transformer
from study_lab import mistake


class Model:
    """The parts of the model for one call, to be put together in other ways. Shapes as in the exercise."""

    def __init__(self, source, target, weights, heads, start, padding):
        self.source, self.target, self.weights, self.heads, self.start = source, target, weights, heads, start
        self.real = (source != padding)[:, None, None, :]
        self.causal = np.tri(target.shape[1], dtype=bool)

    def vectors(self, tokens):
        """tokens: (batch, length). Embeddings without scale and positions, (batch, length, d_model)."""
        return self.weights["embedding"][tokens]

    def positions(self, tokens):
        return positional_encoding(tokens.shape[1], self.weights["embedding"].shape[1])

    def shifted(self):
        return shift(self.target, self.start)

    def encode(self, x):
        for layer in self.weights["encoder"]:
            x = encoder_layer(x, layer, self.heads, self.real)
        return x

    def decode(self, y, memory, causal=None):
        for layer in self.weights["decoder"]:
            y = decoder_layer(y, memory, layer, self.heads, self.causal if causal is None else causal, self.real)
        return y

    def run(self, embedding):
        """Logits with embedding(tokens) for both sides."""
        memory = self.encode(embedding(self.source))
        return self.decode(embedding(self.shifted()), memory) @ self.weights["embedding"].T

    def memory(self):
        return self.encode(embed(self.source, self.weights["embedding"]))


@mistake(
    "embedding-not-scaled",
    "The embeddings are not multiplied by √d_model. Without it the positions outweigh small embeddings (Section 3.4).",
)
def embedding_not_scaled(source, target, weights, heads, start=1, padding=0):
    model = Model(source, target, weights, heads, start, padding)
    return model.run(lambda tokens: model.vectors(tokens) + model.positions(tokens))


@mistake(
    "positions-scaled",
    "The positions are added before the factor √d_model and grow with it. Scale the embeddings, then add the positions "
    "(Sections 3.4 and 3.5).",
)
def positions_scaled(source, target, weights, heads, start=1, padding=0):
    model = Model(source, target, weights, heads, start, padding)
    scale = np.sqrt(weights["embedding"].shape[1])
    return model.run(lambda tokens: (model.vectors(tokens) + model.positions(tokens)) * scale)


@mistake(
    "no-positions",
    "The positions are missing. Without them attention can't tell the order of the tokens (Section 3.5).",
)
def no_positions(source, target, weights, heads, start=1, padding=0):
    model = Model(source, target, weights, heads, start, padding)
    scale = np.sqrt(weights["embedding"].shape[1])
    return model.run(lambda tokens: model.vectors(tokens) * scale)


@mistake(
    "positions-half-split",
    "The positions have all sines before all cosines. Sine and cosine of a pair are neighbours, feature 2i and feature 2i + "
    "1 (Section 3.5).",
)
def positions_half_split(source, target, weights, heads, start=1, padding=0):
    model = Model(source, target, weights, heads, start, padding)
    d_model = weights["embedding"].shape[1]
    order = np.concatenate([np.arange(0, d_model, 2), np.arange(1, d_model, 2)])
    return model.run(lambda tokens: model.vectors(tokens) * np.sqrt(d_model) + model.positions(tokens)[:, order])


@mistake(
    "positions-in-encoder-only",
    "The decoder's input has no positions. They are added to the embeddings at the bottom of both stacks (Section 3.5).",
)
def positions_in_encoder_only(source, target, weights, heads, start=1, padding=0):
    model = Model(source, target, weights, heads, start, padding)
    y = model.vectors(model.shifted()) * np.sqrt(weights["embedding"].shape[1])
    return model.decode(y, model.memory()) @ weights["embedding"].T


@mistake(
    "target-not-shifted",
    "The decoder reads the target as it is, so each position sees the token that it should predict. Its input is the start "
    "token and then the target without its last token (Section 3.1).",
)
def target_not_shifted(source, target, weights, heads, start=1, padding=0):
    model = Model(source, target, weights, heads, start, padding)
    return model.decode(embed(target, weights["embedding"]), model.memory()) @ weights["embedding"].T


@mistake(
    "no-causal-mask",
    "The decoder sees later target tokens. Self-attention of position i is limited to positions up to and including i "
    "(Section 3.2.3).",
)
def no_causal_mask(source, target, weights, heads, start=1, padding=0):
    model = Model(source, target, weights, heads, start, padding)
    y = embed(model.shifted(), weights["embedding"])
    return model.decode(y, model.memory(), np.ones_like(model.causal)) @ weights["embedding"].T


@mistake(
    "padding-attended",
    "Padding of the source is treated as tokens, in the encoder and in cross-attention. Both hide it as keys.",
)
def padding_attended(source, target, weights, heads, start=1, padding=0):
    return transformer(source, target, weights, heads, start, -1)


@mistake(
    "padding-in-encoder",
    "The encoder looks at the padding of the source; only cross-attention hides it. The mask of the source is needed twice.",
)
def padding_in_encoder(source, target, weights, heads, start=1, padding=0):
    model = Model(source, target, weights, heads, start, padding)
    real, model.real = model.real, np.ones_like(model.real)
    memory = model.memory()
    model.real = real
    return model.decode(embed(model.shifted(), weights["embedding"]), memory) @ weights["embedding"].T


@mistake(
    "padding-in-cross-attention",
    "Cross-attention looks at the padding of the source. The mask of the source is needed twice, in the encoder and in "
    "every cross-attention.",
)
def padding_in_cross_attention(source, target, weights, heads, start=1, padding=0):
    model = Model(source, target, weights, heads, start, padding)
    memory = model.memory()
    model.real = np.ones_like(model.real)
    return model.decode(embed(model.shifted(), weights["embedding"]), memory) @ weights["embedding"].T


@mistake(
    "layer-by-layer",
    "Decoder layer n attends to the output of encoder layer n. Every decoder layer attends to the output of the whole "
    "encoder (Sections 3.1 and 3.2.3, Figure 1).",
)
def layer_by_layer(source, target, weights, heads, start=1, padding=0):
    model = Model(source, target, weights, heads, start, padding)
    memories = [embed(source, weights["embedding"])]
    for layer in weights["encoder"]:
        memories.append(encoder_layer(memories[-1], layer, heads, model.real))
    y = embed(model.shifted(), weights["embedding"])
    for at, layer in enumerate(weights["decoder"]):
        y = decoder_layer(y, memories[min(at + 1, len(memories) - 1)], layer, heads, model.causal, model.real)
    return y @ weights["embedding"].T


@mistake(
    "projection-scaled",
    "The logits use the scaled matrix. Only the two embedding layers multiply it by √d_model; the projection uses it as it "
    "is (Section 3.4).",
)
def projection_scaled(source, target, weights, heads, start=1, padding=0):
    return transformer(source, target, weights, heads, start, padding) * np.sqrt(weights["embedding"].shape[1])


@mistake(
    "norm-at-the-end",
    "A further normalization follows each stack. With post-LN the last layer ends with one already; the extra one belongs "
    "to pre-LN models (Section 3.1, Figure 1).",
)
def norm_at_the_end(source, target, weights, heads, start=1, padding=0):
    def norm(x):
        return (x - x.mean(axis=-1, keepdims=True)) / np.sqrt(x.var(axis=-1, keepdims=True) + 1e-5)

    model = Model(source, target, weights, heads, start, padding)
    y = model.decode(embed(model.shifted(), weights["embedding"]), norm(model.memory()))
    return norm(y) @ weights["embedding"].T
