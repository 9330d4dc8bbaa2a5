"""Well-known wrong parallel blocks."""
from __future__ import annotations

from study_lab import inherits, wrong

wrong(
    "serial",
    "mlp = feed(h, weights)", "x = x + attention\n    mlp = feed(normalize(x, weights[\"gain\"]), weights)",
    "return x + mlp + attention", "return x + mlp",
    "The MLP comes after the attention, as in most models. In PaLM both get the normalized input of the block (Section 2).",
)
wrong(
    "as-printed",
    "mlp = feed(h, weights)", "mlp = feed(normalize(x + attention, weights[\"gain\"]), weights)",
    "return x + mlp + attention", "return x + mlp",
    "The MLP sees x plus the attention, which is the serial formula that Section 2 compares with. The parallel one has both on the normalized x.",
)
wrong(
    "mlp-of-attention",
    "mlp = feed(h, weights)", "mlp = feed(attention, weights)",
    "The MLP works on the attention's result. Both get the normalized input of the block.",
)
wrong(
    "raw-mlp",
    "mlp = feed(h, weights)", "mlp = feed(x, weights)",
    "The MLP gets x without normalization. Both branches get the same normalized input.",
)
wrong(
    "raw-attention",
    "attention = attend(h, weights, heads, theta)", "attention = attend(x, weights, heads, theta)",
    "The attention gets x without normalization. Both branches get the same normalized input.",
)
wrong(
    "residual-twice",
    "return x + mlp + attention", "return 2 * x + mlp + attention",
    "x is added twice, once with each branch. It is added once.",
)
wrong(
    "no-residual",
    "return x + mlp + attention", "return mlp + attention",
    "x itself is missing in the sum.",
)
wrong(
    "residual-of-norm",
    "return x + mlp + attention", "return h + mlp + attention",
    "The normalized x is added. The residual path carries x itself.",
)
wrong(
    "rms",
    "centred = x - x.mean(axis=-1, keepdims=True)", "centred = x",
    "The mean is not subtracted, as in RMSNorm. PaLM has layer normalization without a bias.",
)
wrong(
    "relu",
    "swish = gate / (1.0 + np.exp(-gate))", "swish = np.maximum(gate, 0.0)",
    "The gate goes through ReLU. SwiGLU takes Swish, u times sigma(u).",
)
wrong(
    "gelu",
    "swish = gate / (1.0 + np.exp(-gate))", "swish = 0.5 * gate * (1.0 + np.tanh(np.sqrt(2.0 / np.pi) * (gate + 0.044715 * gate**3)))",
    "The gate goes through GELU. SwiGLU takes Swish, u times sigma(u).",
)
wrong(
    "sigmoid-gate",
    "swish = gate / (1.0 + np.exp(-gate))", "swish = 1.0 / (1.0 + np.exp(-gate))",
    "The gate goes through sigma alone, as in the first GLU. Swish is u times sigma(u).",
)
wrong(
    "gate-and-up-exchanged",
    "gate = h @ weights[\"gate\"]", "gate = h @ weights[\"up\"]",
    "(h @ weights[\"up\"])", "(h @ weights[\"gate\"])",
    "The two branches are exchanged: the one of `gate` goes through Swish.",
)
wrong(
    "no-gate",
    "inner = swish * (h @ weights[\"up\"])", "inner = swish",
    "The second branch is missing. SwiGLU multiplies Swish(hW) by hV.",
)
wrong(
    "no-positions",
    "rotate(queries, theta) @ rotate(keys, theta)", "queries @ keys",
    "Queries and keys are not turned by their positions.",
)
wrong(
    "values-turned",
    "values = (h @ weights[\"value\"])[:, None]", "values = rotate((h @ weights[\"value\"])[:, None], theta)",
    "The values are turned too. Rotary positions turn queries and keys only.",
)
wrong(
    "keys-not-turned",
    "rotate(keys, theta)", "keys",
    "The keys are not turned. Then the scores depend on the query's position itself, and not on its distance to the key.",
)
wrong(
    "halves",
    "first, second = values[..., 0::2], values[..., 1::2]", "first, second = values[..., : size // 2], values[..., size // 2 :]",
    "np.stack(turned, axis=-1).reshape(values.shape)", "np.concatenate(turned, axis=-1)",
    "Entries of the two halves of a head are turned together. In this exercise neighbours are, 2i and 2i + 1.",
)
wrong(
    "wrong-way-round",
    "angles = np.arange(time)[:, None] * frequencies", "angles = np.arange(time)[:, None] * frequencies[::-1]",
    "The frequencies stand in the wrong order. The first pair turns fastest, by one radian a position.",
)
wrong(
    "frequency-without-two",
    "np.arange(0, size, 2) / size", "np.arange(size // 2) / size",
    "The exponent is -i / size. It is -2i / size.",
)
wrong(
    "no-mask",
    "np.where(seen, scores, -np.inf)", "scores",
    "There is no mask. A position sees itself and those before it.",
)
wrong(
    "no-scale",
    " / np.sqrt(keys.shape[-1])", "",
    "The scores are not divided by the root of the head's size.",
)
wrong(
    "heads-by-reshape",
    "reshape(batch, time, heads, -1).swapaxes(1, 2)", "reshape(batch, heads, time, -1)",
    "The heads are cut out by a reshape alone, which mixes positions and features. Reshape to (batch, time, heads, size), then swap axes.",
)
wrong(
    "turned-backwards",
    "first * np.cos(angles) - second * np.sin(angles), first * np.sin(angles) + second * np.cos(angles)",
    "first * np.cos(angles) + second * np.sin(angles), second * np.cos(angles) - first * np.sin(angles)",
    "The pairs turn the other way, by minus the angle. (Exchanging the two numbers of each pair does the same to the products.)",
)
wrong(
    "epsilon-outside",
    "np.sqrt(variance + 1e-5)", "(np.sqrt(variance) + 1e-5)",
    "Epsilon is added to the root. It stands under it.",
)
wrong(
    "epsilon-1e-6",
    "variance + 1e-5", "variance + 1e-6",
    "Epsilon is 10^-6. Here it is 10^-5.",
)
wrong(
    "sample-variance",
    "(centred**2).mean(axis=-1, keepdims=True)", "(centred**2).sum(axis=-1, keepdims=True) / (x.shape[-1] - 1)",
    "The variance is divided by width - 1. Layer normalization divides by the width.",
)
wrong(
    "theta-fixed",
    "theta ** (-np", "10000.0 ** (-np",
    "theta is fixed at 10,000. It is an argument.",
)
wrong(
    "turned-before-the-heads",
    "queries = (h @ weights[\"query\"]).reshape", "queries = rotate(h @ weights[\"query\"], theta).reshape",
    "rotate(queries, theta) @", "queries @",
    "The queries are turned before they are split, so that each head gets frequencies of its own. They are turned in each head.",
)
wrong(
    "joined-by-reshape",
    "(chances @ values).swapaxes(1, 2).reshape(batch, time, -1)", "(chances @ values).reshape(batch, time, -1)",
    "The heads are joined without bringing the positions to the front, which mixes them. Swap the two axes first.",
)
wrong(
    "no-maximum",
    "np.exp(masked - masked.max(axis=-1, keepdims=True))", "np.exp(masked)",
    "Softmax takes exp of the scores as they are, which fails where they are large. Subtract the largest of each row first.",
)
wrong(
    "mean-of-the-branches",
    "return x + mlp + attention", "return x + (mlp + attention) / 2",
    "The mean of both branches is added. Both are added whole (Section 2).",
)
wrong(
    "finite-mask",
    "scores, -np.inf)", "scores, -1e3)",
    "Hidden scores are -1000. Where the others lie lower still the mask lets through: take minus infinity.",
)
inherits("multi-query")
inherits("llama/rope")
