"""Well-known wrong ways to write the feed-forward network."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "no-activation",
    "np.maximum(0.0, summed)", "summed",
    "Nothing stands between the two linear maps, so together they are one linear map. Equation (2) takes max(0, ·) between "
    "them.",
)
wrong(
    "gelu",
    "import numpy as np", "import math\n\nimport numpy as np",
    "np.maximum(0.0, summed)", "0.5 * summed * (1 + np.vectorize(math.erf)(summed / np.sqrt(2)))",
    "The activation is GELU, which later models use. This paper has ReLU, max(0, ·) (Section 3.3, eq. (2)).",
)
wrong(
    "gelu-tanh",
    "np.maximum(0.0, summed)", "0.5 * summed * (1 + np.tanh(np.sqrt(2 / np.pi) * (summed + 0.044715 * summed**3)))",
    "The activation is GELU in its form with tanh, which later models use. This paper has ReLU, max(0, ·) (Section 3.3, eq. "
    "(2)).",
)
wrong(
    "activation-at-the-end",
    "np.maximum(0.0, summed)", "summed",
    "output = hidden @ w_2 + b_2", "output = np.maximum(0.0, hidden @ w_2 + b_2)",
    "The maximum is taken of the result. It stands between the two linear maps, and the result may be negative (eq. (2)).",
)
wrong(
    "two-activations",
    "output = hidden @ w_2 + b_2", "output = np.maximum(0.0, hidden @ w_2 + b_2)",
    "A second maximum is taken of the result. After W_2 and b_2 nothing follows in equation (2), and the result may be "
    "negative.",
)
wrong(
    "bias-after-activation",
    "x @ w_1 + b_1", "x @ w_1",
    "np.maximum(0.0, summed)", "np.maximum(0.0, summed) + b_1",
    "The first bias is added after the maximum. It is part of what the maximum sees: max(0, x W_1 + b_1) (eq. (2)).",
)
wrong(
    "no-first-bias",
    "x @ w_1 + b_1", "x @ w_1",
    "The first bias b_1 is missing. It decides from where on each hidden unit is active (eq. (2)).",
)
wrong(
    "no-second-bias",
    "hidden @ w_2 + b_2", "hidden @ w_2",
    "The second bias b_2 is missing; it is added last (eq. (2)).",
)
wrong(
    "no-biases",
    "x @ w_1 + b_1", "x @ w_1",
    "hidden @ w_2 + b_2", "hidden @ w_2",
    "Both biases are missing. The projections of attention have none in this paper, but the feed-forward network has b_1 "
    "and b_2 (eq. (2)).",
)
wrong(
    "residual-inside",
    "return output", "return x + output",
    "The input is added to the result. The residual connection belongs to the layer around the network (Section 3.1).",
)
