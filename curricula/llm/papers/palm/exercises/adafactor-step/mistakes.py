"""Well-known wrong steps of PaLM's optimizer."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "frobenius",
    "np.sqrt((param**2).mean())", "np.sqrt((param**2).sum())",
    "The update is scaled by the parameter's norm, which grows with the number of entries. It is scaled by the root mean square.",
)
wrong(
    "mean-of-sizes",
    "np.sqrt((param**2).mean())", "np.abs(param).mean()",
    "The update is scaled by the mean size of the entries. It is scaled by the root of their mean square.",
)
wrong(
    "deviation",
    "np.sqrt((param**2).mean())", "param.std()",
    "The update is scaled by the standard deviation, which subtracts the mean. It is scaled by the root mean square.",
)
wrong(
    "rms-of-gradient",
    "np.sqrt((param**2).mean())", "np.sqrt((grad**2).mean())",
    "The update is scaled by the size of the gradient. It is scaled by that of the parameter matrix.",
)
wrong(
    "elementwise-scale",
    "scale = max(1e-3, size)", "scale = np.maximum(1e-3, np.abs(param))",
    "Each entry is scaled by its own size. The whole matrix has one scale.",
)
wrong(
    "no-scale",
    "update = rate * scale * first", "update = rate * first",
    "The update is not scaled by the parameter's root mean square.",
)
wrong(
    "no-floor",
    "max(1e-3, size)", "size",
    "The scale has no lower limit, so that a matrix of zeros never moves. It is at least 0.001.",
)
wrong(
    "fixed-beta2",
    "1.0 - at**-0.8", "0.999",
    "The weight of the second moment is fixed, as in Adam. It is 1 - k^-0.8.",
)
wrong(
    "beta2-turned",
    "1.0 - at**-0.8", "at**-0.8",
    "The old second moment has the weight k^-0.8. It is 1 minus this.",
)
wrong(
    "counted-from-zero",
    "1.0 - at**-0.8", "1.0 - (at + 1) ** -0.8",
    "The step is counted from 0 for beta2. It is counted from 1, so that the first weight is 0.",
)
wrong(
    "rate-maximum",
    "min(1e-2, 1.0 / np.sqrt(at))", "max(1e-2, 1.0 / np.sqrt(at))",
    "The rate is the larger of 0.01 and 1 / sqrt(k). It is the smaller.",
)
wrong(
    "rate-constant",
    "min(1e-2, 1.0 / np.sqrt(at))", "1e-2",
    "The rate stays at 0.01. After 10,000 steps it falls with 1 / sqrt(k).",
)
wrong(
    "rate-jumps",
    "min(1e-2, 1.0 / np.sqrt(at))", "1e-2 if at <= 10000 else 1e-2 / np.sqrt(at - 10000)",
    "The fall begins anew after 10,000 steps. The rate is 1 / sqrt(k) there, with all steps counted.",
)
wrong(
    "decay-with-rate",
    "decay = rate**2 * param", "decay = rate * param",
    "The weight decay is the rate. It is its square.",
)
wrong(
    "no-decay",
    "param - update - decay", "param - update",
    "There is no weight decay.",
)
wrong(
    "moment-of-the-gradient",
    "(1.0 - beta1) * scaled", "(1.0 - beta1) * grad",
    "update = rate * scale * first", "update = rate * scale * first / np.sqrt(second)",
    "The first moment averages the gradient itself and is scaled afterwards, as in Adam. Here it averages the scaled gradient.",
)
wrong(
    "bias-corrected",
    "update = rate * scale * first", "update = rate * scale * first / (1.0 - beta1**at)",
    "The first moment's bias is corrected, as in Adam. Here nothing corrects it.",
)
wrong(
    "no-root",
    "grad / np.sqrt(second)", "grad / second",
    "The gradient is divided by the second moment. It is divided by its root.",
)
wrong(
    "old-second-moment",
    "grad / np.sqrt(second)", "grad / np.sqrt(v + 1e-30)",
    "The gradient is divided by the root of the old second moment. Update it first.",
)
wrong(
    "ascent",
    "param - update - decay", "param + update - decay",
    "The update is added. It goes against the gradient.",
)
wrong(
    "adams-epsilon",
    "grad**2 + 1e-30", "grad**2",
    "np.sqrt(second)", "(np.sqrt(second) + 1e-8)",
    "Adam's 10^-8 is added to the root. Adafactor adds 10^-30 to the squared gradient, so that tiny gradients count as well.",
)
wrong(
    "no-small-constant",
    "grad**2 + 1e-30", "grad**2",
    "The 10^-30 is missing: where no gradient has come yet, 0 is divided by 0.",
)
wrong(
    "larger-small-constant",
    "grad**2 + 1e-30", "grad**2 + 1e-8",
    "10^-8 is added to the squared gradient. It is 10^-30, far below any square.",
)
wrong(
    "clipped-update",
    "scaled = grad / np.sqrt(second)", "scaled = grad / np.sqrt(second)\n    scaled = scaled / max(1.0, np.sqrt((scaled**2).mean()))",
    "The scaled gradient is clipped to a root mean square of 1, as in Adafactor. PaLM clips the gradient's norm before the step instead (Section 5).",
)
wrong(
    "decay-of-the-new-parameter",
    "param - update - decay", "(param - update) * (1.0 - rate**2)",
    "The decay is taken from the parameter behind the update. Here it is taken from the old one.",
)
wrong(
    "other-exponent",
    "at**-0.8", "at**-0.5",
    "beta2 is 1 - k^-0.5. The exponent is -0.8 (Section 5).",
)
wrong(
    "scale-of-each-row",
    "size = np.sqrt((param**2).mean())\n    scale = max(1e-3, size)", "size = np.sqrt((param**2).mean(axis=-1, keepdims=True))\n    scale = np.maximum(1e-3, size)",
    "Each row has a root mean square of its own. It is one number for the whole matrix (Section 5).",
)
wrong(
    "no-square",
    "grad**2 + 1e-30", "np.abs(grad) + 1e-30",
    "The second moment averages the sizes of the gradients. It averages their squares.",
)
wrong(
    "smaller-for-larger",
    "max(1e-3, size)", "min(1e-3, size)",
    "The smaller of 10^-3 and the root mean square is taken. 10^-3 is the least scale, so take the larger.",
)
wrong(
    "beta1-exchanged",
    "beta1 * m + (1.0 - beta1) * scaled", "(1.0 - beta1) * m + beta1 * scaled",
    "The two weights of the first moment are exchanged. The old moment has 0.9.",
)
wrong(
    "scaled-decay",
    "decay = rate**2 * param", "decay = scale * rate**2 * param",
    "The decay is scaled by the parameter's size as well. It is the square of the rate times the parameter.",
)
