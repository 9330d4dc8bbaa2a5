"""Well-known wrong blocks."""
from __future__ import annotations

from study_lab import inherits, wrong

wrong(
    "norm-after",
    'read = rms_norm(x, weights["attention_norm"])\n    stream = x + attention(read, weights, heads, theta)\n    read_again = rms_norm(stream, weights["feed_forward_norm"])',
    'stream = rms_norm(x + attention(x, weights, heads, theta), weights["attention_norm"])\n    read_again = stream',
    'return stream + swiglu(read_again, weights["gate"], weights["up"], weights["down"])',
    'return rms_norm(stream + swiglu(read_again, weights["gate"], weights["up"], weights["down"]), weights["feed_forward_norm"])',
    "The norms come after the residual sums, as in the first Transformer. LLaMA normalizes the input of each sub-layer (Section 2.2).",
)
wrong(
    "no-rope",
    "rope(query, np.arange(time), theta), rope(key, np.arange(time), theta)", "query, key",
    "Queries and keys are not turned, so the block knows no positions. Rotary embeddings enter in each layer (Section 2.2).",
)
wrong(
    "rope-on-values",
    "query, key = rope(query, np.arange(time), theta), rope(key, np.arange(time), theta)",
    "query, key, value = (rope(part, np.arange(time), theta) for part in (query, key, value))",
    "The values are turned too. Only queries and keys are.",
)
wrong(
    "rope-before-heads",
    "together = np.stack([x @ weights[\"query\"], x @ weights[\"key\"], x @ weights[\"value\"]])",
    "together = np.stack([rope(x @ weights[\"query\"], np.arange(time), theta), rope(x @ weights[\"key\"], np.arange(time), theta), x @ weights[\"value\"]])",
    "rope(query, np.arange(time), theta), rope(key, np.arange(time), theta)", "query, key",
    "The rotation ran over the whole width, before the heads were split. Each head turns its own pairs.",
)
wrong(
    "rope-on-the-input",
    'read = rms_norm(x, weights["attention_norm"])', 'read = rope(rms_norm(x, weights["attention_norm"]), np.arange(x.shape[1]), theta)',
    "rope(query, np.arange(time), theta), rope(key, np.arange(time), theta)", "query, key",
    "The input of attention was turned, before the matrices. Queries and keys are turned, behind them.",
)
wrong(
    "parallel",
    "rms_norm(stream, weights", "rms_norm(x, weights",
    "Both sub-layers read the input of the block, side by side, as in PaLM. In LLaMA the feed-forward network reads what attention left.",
)
wrong(
    "one-norm",
    'weights["feed_forward_norm"]', 'weights["attention_norm"]',
    "Both norms use the same gain. Each has its own.",
)
wrong(
    "no-second-norm",
    'rms_norm(stream, weights["feed_forward_norm"])', "stream",
    "The feed-forward network reads the stream without a norm. Each sub-layer has one (Section 2.2).",
)
wrong(
    "no-first-norm",
    'read = rms_norm(x, weights["attention_norm"])', "read = x",
    "Attention reads the stream without a norm. Each sub-layer has one (Section 2.2).",
)
wrong(
    "normalized-stream",
    "stream = x + attention", "stream = read + attention",
    "Attention was added to the normalized input. The residual stream itself is never normalized; the sub-layers read a normalized copy.",
)
wrong(
    "normalized-stream-again",
    "return stream + swiglu", "return read_again + swiglu",
    "The feed-forward network was added to its normalized input. The residual stream itself is never normalized.",
)
wrong(
    "no-residual-around-attention",
    "stream = x + attention", "stream = attention",
    "The residual connection around attention is missing.",
)
wrong(
    "no-residual-around-feed-forward",
    "return stream + swiglu", "return swiglu",
    "The residual connection around the feed-forward network is missing.",
)
wrong(
    "no-mask",
    "np.where(np.tri(time, dtype=bool), scores, -np.inf)", "scores",
    "Positions see later ones. Attention in a language model is causal.",
)
wrong(
    "no-scale",
    " / np.sqrt(size)", "",
    "The scores are not divided by the root of the size of a head.",
)
wrong(
    "scaled-by-width",
    "np.sqrt(size)", "np.sqrt(width)",
    "The scores are divided by the root of the width. It is the root of the size of one head.",
)
wrong(
    "heads-by-reshape",
    "together.reshape(3, batch, time, heads, size).transpose(0, 1, 3, 2, 4)", "together.reshape(3, batch, heads, time, size)",
    "The heads were cut out by a reshape that mixes positions. Split the width, then move the axis of the heads in front of the time.",
)
inherits("rms-norm", without=["epsilon-outside", "largest-of-both"])
inherits("swiglu")
inherits("rope", without=["from-one", "own-positions", "over-heads"])
wrong(
    "epsilon-1e-5",
    "epsilon: float = 1e-6", "epsilon: float = 1e-5",
    "Epsilon is 10^-5. Here it is 10^-6.",
)
wrong(
    "second-residual-from-x",
    "return stream + swiglu", "return x + swiglu",
    "The second sum begins at x, and the attention's part is lost. It begins at the stream after attention.",
)
wrong(
    "no-maximum",
    "np.exp(scores - scores.max(axis=-1, keepdims=True))", "np.exp(scores)",
    "Softmax takes exp of the scores as they are, which fails where they are large. Subtract the largest of each row first.",
)
wrong(
    "finite-mask",
    "scores, -np.inf)", "scores, -1e3)",
    "Hidden scores are -1000. Where the others lie lower still the mask lets through: take minus infinity.",
)
inherits("attention/multi-head", without=["largest-of-all"])
inherits("palm/multi-query", without=["scale-by-width", "zero-for-hidden"])
