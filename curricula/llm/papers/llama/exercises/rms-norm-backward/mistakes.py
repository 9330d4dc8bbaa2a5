"""Well-known wrong gradients of RMSNorm."""
from __future__ import annotations

from study_lab import inherits, wrong

wrong(
    "no-second-path",
    "(d_normalized - normalized * along)", "d_normalized",
    "The root mean square was taken as a constant. It depends on x too: the part along the normalized row goes away.",
)
wrong(
    "second-path-added",
    "d_normalized - normalized * along", "d_normalized + normalized * along",
    "The second path has the wrong sign. A longer row has a larger root mean square, so a smaller output.",
)
wrong(
    "as-layer-norm",
    "(d_normalized - normalized * along)", "(d_normalized - d_normalized.mean(axis=-1, keepdims=True) - normalized * along)",
    "The mean of the gradient is subtracted too. That belongs to layer normalization, which subtracts the mean of x.",
)
wrong(
    "sum-for-mean",
    "(d_normalized * normalized).mean(axis=-1, keepdims=True)", "(d_normalized * normalized).sum(axis=-1, keepdims=True)",
    "The products were summed. The mean of the squares brings the factor 1/d into the second path.",
)
wrong(
    "x-for-normalized",
    "d_normalized - normalized * along", "d_normalized - x * along",
    "The second path carries x where the normalized row belongs. Both factors of it are normalized.",
)
wrong(
    "rate-forgotten",
    "d_x = rate * (", "d_x = (",
    "The factor R is missing: the normalized row is x times R.",
)
wrong(
    "gain-forgotten",
    "d_normalized = grad * gain", "d_normalized = grad",
    "The gradient of x lacks the gain. The output is the normalized row times the gain.",
)
wrong(
    "gain-with-x",
    "(grad * normalized).reshape", "(grad * x).reshape",
    "The gradient of the gain is made with x. The gain multiplies the normalized row.",
)
wrong(
    "gain-not-summed",
    "(grad * normalized).reshape(-1, x.shape[-1]).sum(axis=0)", "grad * normalized",
    "The gradient of the gain was not summed. One gain serves all rows, so its shape is (width,).",
)
wrong(
    "gain-averaged",
    ".reshape(-1, x.shape[-1]).sum(axis=0)", ".reshape(-1, x.shape[-1]).mean(axis=0)",
    "The gradient of the gain is the mean over the rows. The chain rule sums.",
)
wrong(
    "gain-times-gain",
    "(grad * normalized).reshape", "(d_normalized * normalized).reshape",
    "The gradient of the gain carries the gain itself. It is the gradient of the output times the normalized row.",
)
wrong(
    "no-epsilon",
    " + epsilon)", ")",
    "Epsilon is missing in the root mean square.",
)
inherits("rms-norm")
