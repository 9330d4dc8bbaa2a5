"""Well-known wrong bottleneck blocks."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "stride-on-middle",
    "\"reduce\", stride", "\"reduce\"",
    "\"middle\")", "\"middle\", stride)",
    "The 3×3 convolution takes the stride. That is the later variant \"ResNet v1.5\" of many libraries; in the models that the "
    "authors released the first 1×1 convolution takes it.",
)
wrong(
    "relu-before-addition",
    "residual + shortcut(x, weights, stride)", "relu(residual) + shortcut(x, weights, stride)",
    "return relu(added)", "return added",
    "The last ReLU acts on the branch, before the addition. In Figure 5 it follows the addition, so that the branch can also "
    "subtract.",
)
wrong(
    "relu-after-restore",
    "residual + shortcut(x, weights, stride)", "relu(residual) + shortcut(x, weights, stride)",
    "The restoring layer has a ReLU of its own before the addition. Only the first two layers have one; the third waits for the "
    "addition (Figure 5).",
)
wrong(
    "no-last-relu",
    "return relu(added)", "return added",
    "The ReLU after the addition is missing (Figure 5).",
)
wrong(
    "no-relu-after-reduce",
    "relu(layer(x, weights, \"reduce\", stride))", "layer(x, weights, \"reduce\", stride)",
    "There is no ReLU between the reducing and the 3×3 convolution. Figure 5 has one after each of the first two layers.",
)
wrong(
    "no-relu-after-middle",
    "relu(layer(reduced, weights, \"middle\"))", "layer(reduced, weights, \"middle\")",
    "There is no ReLU between the 3×3 and the restoring convolution. Figure 5 has one after each of the first two layers.",
)
wrong(
    "no-shortcut",
    "residual + shortcut(x, weights, stride)", "residual",
    "The shortcut is missing. Add x, or its projection, to the branch (eqs. (1) and (2)).",
)
wrong(
    "no-projection",
    "layer(x, weights, \"projection\", stride) if", "0.0 if",
    "The shortcut is left out where the shapes differ. There the projection brings x to the shape of the branch (eq. (2)).",
)
wrong(
    "projection-not-normalized",
    "layer(x, weights, \"projection\", stride) if", "convolve(x, weights[\"projection_conv\"], stride) if",
    "The projection has no batch normalization. It is a convolution too, and normalization follows each of them (Section 3.4).",
)
wrong(
    "batch-statistics",
    "maps = convolve(x, weights[f\"{name}_conv\"], stride)", "maps = convolve(x, weights[f\"{name}_conv\"], stride)\n    mean = maps.mean(axis=(0, 2, 3), keepdims=True)\n    variance = maps.var(axis=(0, 2, 3), keepdims=True)",
    "The normalizations use the statistics of the batch. In evaluation they use the stored mean and variance, so that an image "
    "has one result, whatever else is in the batch.",
)
wrong(
    "variance-as-deviation",
    "np.sqrt(variance + 1e-5)", "(variance + 1e-5)",
    "The normalizations divide by the stored variance. Divide by its square root, sqrt(variance + epsilon).",
)
