"""Well-known wrong bottleneck blocks."""
from __future__ import annotations

import numpy as np
from reference import bottleneck_block, branch, convolve, layer, relu, shortcut
from study_lab import mistake


@mistake(
    "stride-on-middle",
    "The 3×3 convolution takes the stride. That is the later variant \"ResNet v1.5\" of many libraries; in the models that the "
    "authors released the first 1×1 convolution takes it.",
)
def stride_on_middle(x, weights, stride=1):
    few = relu(layer(x, weights, "reduce"))
    few = relu(layer(few, weights, "middle", stride))
    return relu(layer(few, weights, "restore") + shortcut(x, weights, stride))


@mistake(
    "relu-before-addition",
    "The last ReLU acts on the branch, before the addition. In Figure 5 it follows the addition, so that the branch can also "
    "subtract.",
)
def relu_before_addition(x, weights, stride=1):
    return relu(branch(x, weights, stride)) + shortcut(x, weights, stride)


@mistake(
    "relu-after-restore",
    "The restoring layer has a ReLU of its own before the addition. Only the first two layers have one; the third waits for the "
    "addition (Figure 5).",
)
def relu_after_restore(x, weights, stride=1):
    return relu(relu(branch(x, weights, stride)) + shortcut(x, weights, stride))


@mistake(
    "no-last-relu",
    "The ReLU after the addition is missing (Figure 5).",
)
def no_last_relu(x, weights, stride=1):
    return branch(x, weights, stride) + shortcut(x, weights, stride)


@mistake(
    "no-relu-after-reduce",
    "There is no ReLU between the reducing and the 3×3 convolution. Figure 5 has one after each of the first two layers.",
)
def no_relu_after_reduce(x, weights, stride=1):
    few = relu(layer(layer(x, weights, "reduce", stride), weights, "middle"))
    return relu(layer(few, weights, "restore") + shortcut(x, weights, stride))


@mistake(
    "no-relu-after-middle",
    "There is no ReLU between the 3×3 and the restoring convolution. Figure 5 has one after each of the first two layers.",
)
def no_relu_after_middle(x, weights, stride=1):
    few = layer(relu(layer(x, weights, "reduce", stride)), weights, "middle")
    return relu(layer(few, weights, "restore") + shortcut(x, weights, stride))


@mistake(
    "no-shortcut",
    "The shortcut is missing. Add x, or its projection, to the branch (eqs. (1) and (2)).",
)
def no_shortcut(x, weights, stride=1):
    return relu(branch(x, weights, stride))


@mistake(
    "no-projection",
    "The shortcut is left out where the shapes differ. There the projection brings x to the shape of the branch (eq. (2)).",
)
def no_projection(x, weights, stride=1):
    if "projection_conv" in weights:
        return relu(branch(x, weights, stride))
    return bottleneck_block(x, weights, stride)


@mistake(
    "projection-not-normalized",
    "The projection has no batch normalization. It is a convolution too, and normalization follows each of them (Section 3.4).",
)
def projection_not_normalized(x, weights, stride=1):
    if "projection_conv" not in weights:
        return bottleneck_block(x, weights, stride)
    return relu(branch(x, weights, stride) + convolve(x, weights["projection_conv"], stride))


@mistake(
    "batch-statistics",
    "The normalizations use the statistics of the batch. In evaluation they use the stored mean and variance, so that an image "
    "has one result, whatever else is in the batch.",
)
def batch_statistics(x, weights, stride=1):
    def own(maps, name, step=1):
        maps = convolve(maps, weights[f"{name}_conv"], step)
        maps = (maps - maps.mean(axis=(0, 2, 3), keepdims=True)) / np.sqrt(maps.var(axis=(0, 2, 3), keepdims=True) + 1e-5)
        return weights[f"{name}_gain"][:, None, None] * maps + weights[f"{name}_bias"][:, None, None]

    few = relu(own(relu(own(x, "reduce", stride)), "middle"))
    added = own(x, "projection", stride) if "projection_conv" in weights else x
    return relu(own(few, "restore") + added)


@mistake(
    "variance-as-deviation",
    "The normalizations divide by the stored variance. Divide by its square root, sqrt(variance + epsilon).",
)
def variance_as_deviation(x, weights, stride=1):
    squared = {name: value**2 if name.endswith("_variance") else value for name, value in weights.items()}
    return bottleneck_block(x, squared, stride)
