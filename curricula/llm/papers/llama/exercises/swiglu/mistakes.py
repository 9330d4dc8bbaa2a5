"""Well-known wrong gated feed-forward networks."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "branches-exchanged",
    "x @ gate", "x @ up",
    "linear = x @ up", "linear = x @ gate",
    "Swish is on the wrong branch. The gate goes through it; `up` stays linear.",
)
wrong(
    "sigmoid",
    "gated / (1.0 + np.exp(-gated))", "1.0 / (1.0 + np.exp(-gated))",
    "The gate is a sigmoid. That is the original GLU; Swish multiplies the sigmoid by its input.",
)
wrong(
    "gelu",
    "gated / (1.0 + np.exp(-gated))", "0.5 * gated * (1.0 + np.tanh(np.sqrt(2.0 / np.pi) * (gated + 0.044715 * gated**3)))",
    "The gate goes through GELU. That is GEGLU; LLaMA takes Swish (Section 2.2).",
)
wrong(
    "wrong-beta",
    "np.exp(-gated)", "np.exp(-1.702 * gated)",
    "The sigmoid's input is multiplied by 1.702, as in a fast GELU. Swish has no such factor here.",
)
wrong(
    "relu",
    "gated / (1.0 + np.exp(-gated))", "np.maximum(gated, 0.0)",
    "The gate goes through a ReLU. LLaMA replaces it by Swish (Section 2.2).",
)
wrong(
    "no-activation",
    "gated / (1.0 + np.exp(-gated))", "gated",
    "The gate has no activation. It goes through Swish.",
)
wrong(
    "both-activated",
    "linear = x @ up", "linear = (x @ up) / (1.0 + np.exp(-(x @ up)))",
    "Both branches go through Swish. The one of `up` stays linear.",
)
wrong(
    "added",
    "activated * linear", "activated + linear",
    "The branches are added. They are multiplied, entry by entry: one gates the other.",
)
wrong(
    "no-linear-branch",
    "activated * linear", "activated",
    "The linear branch is missing. It is what the gate lets through.",
)
wrong(
    "swish-of-the-product",
    "gated / (1.0 + np.exp(-gated))", "gated",
    "hidden = activated * linear", "product = activated * linear\n    hidden = product / (1.0 + np.exp(-product))",
    "The branches are multiplied first and go through Swish together. Only the gate goes through it.",
)
wrong(
    "swish-of-the-input",
    "gated / (1.0 + np.exp(-gated))", "(x / (1.0 + np.exp(-x))) @ gate",
    "Swish is on the input. It comes behind the matrix of the gate.",
)
wrong(
    "squared-relu",
    "gated / (1.0 + np.exp(-gated))", "np.maximum(gated, 0.0) ** 2",
    "The activation is the square of ReLU. It is Swish, z times its sigmoid (Section 2.2).",
)
wrong(
    "tanh",
    "gated / (1.0 + np.exp(-gated))", "np.tanh(gated)",
    "The activation is tanh. It is Swish, z times its sigmoid (Section 2.2).",
)
wrong(
    "softplus",
    "gated / (1.0 + np.exp(-gated))", "np.log1p(np.exp(gated))",
    "The activation is log(1 + e^z). It is Swish, z times its sigmoid (Section 2.2).",
)
wrong(
    "own-norm",
    "gated = x @ gate", "x = x / np.sqrt((x**2).mean(axis=-1, keepdims=True) + 1e-6)\n    gated = x @ gate",
    "The input is normalized here. The norm stands before the network, in the block.",
)
