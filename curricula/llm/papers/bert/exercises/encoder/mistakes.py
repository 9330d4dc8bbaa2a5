"""Well-known wrong encoders."""
from __future__ import annotations

import math

import numpy as np
from reference import attention, feed_forward, gelu, layer_norm, softmax, split
from study_lab import mistake


def stack(
    x, mask, weights, heads, *, attention=attention, feed_forward=feed_forward, keep=(1.0, 1.0), first=layer_norm, second=layer_norm
):
    """The right encoder with parts exchanged. keep: the shares of x in both residual sums; first, second: their normalizations."""
    for layer in range(len(weights["query"])):
        w = {name: values[layer] for name, values in weights.items()}
        x = first(keep[0] * x + attention(x, mask, w, heads), w["attention_gain"], w["attention_bias"])
        x = second(keep[1] * x + feed_forward(x, w), w["final_gain"], w["final_bias"])
    return x


def activated(activation):
    """A feed-forward layer with another activation."""
    return lambda x, w: activation(x @ w["inner"] + w["inner_bias"]) @ w["outer"] + w["outer_bias"]


def attending(*, divisor=None, hide=None, splitting=split):
    """Attention with parts exchanged. divisor: (hidden, size) -> number; hide: (scores, mask) -> weights."""

    def changed(x, mask, w, heads):
        query, key, value = (splitting(x @ w[name] + w[f"{name}_bias"], heads) for name in ("query", "key", "value"))
        size = query.shape[-1]
        scores = query @ key.swapaxes(-1, -2) / (divisor(x.shape[-1], size) if divisor else math.sqrt(size))
        shares = hide(scores, mask) if hide else softmax(np.where(mask[:, None, None, :] > 0, scores, -np.inf))
        joined = shares @ value
        joined = joined.swapaxes(1, 2) if splitting is split else joined
        return joined.reshape(x.shape) @ w["output"] + w["output_bias"]

    return changed


@mistake(
    "pre-ln",
    "The normalization comes before each sublayer, as in GPT-2. In BERT it comes after the residual sum, as in the original "
    "Transformer (Section 3).",
)
def pre_ln(x, mask, weights, heads):
    for layer in range(len(weights["query"])):
        w = {name: values[layer] for name, values in weights.items()}
        x = x + attention(layer_norm(x, w["attention_gain"], w["attention_bias"]), mask, w, heads)
        x = x + feed_forward(layer_norm(x, w["final_gain"], w["final_bias"]), w)
    return x


@mistake(
    "gelu-tanh",
    "The GELU is the approximation with tanh. It is off by up to 5e-4; here it is the exact one, x/2 * (1 + erf(x / sqrt(2))).",
)
def gelu_tanh(x, mask, weights, heads):
    def activation(z):
        return 0.5 * z * (1.0 + np.tanh(math.sqrt(2.0 / math.pi) * (z + 0.044715 * z**3)))

    return stack(x, mask, weights, heads, feed_forward=activated(activation))


@mistake(
    "gelu-sigmoid",
    "The GELU is the approximation x * sigmoid(1.702 x). It is off by up to 0.02; here it is the exact one with erf.",
)
def gelu_sigmoid(x, mask, weights, heads):
    return stack(x, mask, weights, heads, feed_forward=activated(lambda z: z / (1.0 + np.exp(-1.702 * z))))


@mistake(
    "gelu-without-root",
    "The argument of erf is x, without the root of 2. The distribution function of the normal distribution is (1 + erf(x / sqrt(2))) / 2.",
)
def gelu_without_root(x, mask, weights, heads):
    return stack(x, mask, weights, heads, feed_forward=activated(lambda z: gelu(z * math.sqrt(2.0)) / math.sqrt(2.0)))


@mistake(
    "relu",
    "The activation is a ReLU, as in the original Transformer. BERT uses the GELU (Appendix A.2).",
)
def relu(x, mask, weights, heads):
    return stack(x, mask, weights, heads, feed_forward=activated(lambda z: np.maximum(z, 0.0)))


@mistake(
    "not-scaled",
    "The scores are not divided by the root of the head's size (Vaswani et al., eq. (1)).",
)
def not_scaled(x, mask, weights, heads):
    return stack(x, mask, weights, heads, attention=attending(divisor=lambda hidden, size: 1.0))


@mistake(
    "scaled-by-hidden",
    "The scores are divided by the root of the hidden size. Each head works at hidden / heads, and its root is taken (Vaswani et al., "
    "eq. (1)).",
)
def scaled_by_hidden(x, mask, weights, heads):
    return stack(x, mask, weights, heads, attention=attending(divisor=lambda hidden, size: math.sqrt(hidden)))


@mistake(
    "padding-seen",
    "The padding is attended to. Padded keys get no weight: set their scores to a very negative number before the softmax.",
)
def padding_seen(x, mask, weights, heads):
    return stack(x, np.ones_like(mask), weights, heads)


@mistake(
    "padded-queries",
    "The mask was laid on the queries. It speaks about keys, the last axis of the scores; a padded query harms nobody.",
)
def padded_queries(x, mask, weights, heads):
    def hide(scores, mask):
        return softmax(np.where(mask[:, None, :, None] > 0, scores, -1e9))

    return stack(x, mask, weights, heads, attention=attending(hide=hide))


@mistake(
    "padded-queries-zero",
    "The mask was laid on the queries, whose weights became 0; the padding is still seen. The mask speaks about keys, the last "
    "axis of the scores, and a padded query is computed like the others.",
)
def padded_queries_zero(x, mask, weights, heads):
    return stack(x, mask, weights, heads, attention=attending(hide=lambda s, mask: softmax(s) * mask[:, None, :, None]))


@mistake(
    "masked-after-softmax",
    "The weights of padded keys are set to 0 after the softmax, so the others no longer sum to 1. Mask the scores before it.",
)
def masked_after_softmax(x, mask, weights, heads):
    return stack(x, mask, weights, heads, attention=attending(hide=lambda s, mask: softmax(s) * mask[:, None, None, :]))


@mistake(
    "causal",
    "Each position only sees what stands before it. That is GPT's mask; BERT looks in both directions (Section 3).",
)
def causal(x, mask, weights, heads):
    def hide(scores, mask):
        before = np.tril(np.ones(scores.shape[-2:], dtype=bool))
        # A first position that is padding would see nothing at all, hence a number and not infinity.
        return softmax(np.where(before & (mask[:, None, None, :] > 0), scores, -1e9))

    return stack(x, mask, weights, heads, attention=attending(hide=hide))


@mistake(
    "heads-mixed",
    "The heads were made by a reshape alone, (batch, heads, length, size), which mixes positions. Reshape to (batch, length, heads, size) "
    "and then move the heads before the length.",
)
def heads_mixed(x, mask, weights, heads):
    def splitting(z, heads):
        return z.reshape(z.shape[0], heads, z.shape[1], -1)

    return stack(x, mask, weights, heads, attention=attending(splitting=splitting))


@mistake(
    "no-attention-residual",
    "The input of the attention is not added to its output. Both sublayers have a residual connection (Vaswani et al., Section 3.1).",
)
def no_attention_residual(x, mask, weights, heads):
    return stack(x, mask, weights, heads, keep=(0.0, 1.0))


@mistake(
    "no-feed-forward-residual",
    "The input of the feed-forward layer is not added to its output. Both sublayers have a residual connection (Vaswani et al., "
    "Section 3.1).",
)
def no_feed_forward_residual(x, mask, weights, heads):
    return stack(x, mask, weights, heads, keep=(1.0, 0.0))


@mistake(
    "epsilon-too-large",
    "Epsilon is 1e-5, the usual value of libraries. BERT's layer normalization has 1e-12, which shows where the numbers are small.",
)
def epsilon_too_large(x, mask, weights, heads):
    def norm(summed, gain, bias):
        deviation = np.sqrt(summed.var(axis=-1, keepdims=True) + 1e-5)
        return gain * (summed - summed.mean(axis=-1, keepdims=True)) / deviation + bias

    return stack(x, mask, weights, heads, first=norm, second=norm)


@mistake(
    "one-normalization",
    "Only the feed-forward layer is followed by a normalization. The sum after the attention is normalized too (Vaswani et al., "
    "Section 3.1).",
)
def one_normalization(x, mask, weights, heads):
    return stack(x, mask, weights, heads, first=lambda summed, gain, bias: summed)
