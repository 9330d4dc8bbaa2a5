"""Well-known wrong residual networks for CIFAR-10."""
from __future__ import annotations

import numpy as np
from reference import convolve, identity, layer, relu, resnet
from study_lab import mistake


def added(branch, x, stride):
    """The end of a block. branch: (batch, filters, rows, columns); x: (batch, channels, height, width)."""
    return relu(branch + identity(x, branch.shape[1], stride))


def network(
    images, weights, blocks, *, layer=layer, end=added, stem=relu, strides=(1, 2, 2), stride_of=1,
    pool=lambda maps: maps.mean(axis=(2, 3)),
):
    """The right network with parts exchanged. end: how branch and shortcut meet; stride_of: the layer that strides."""
    x = stem(layer(images, weights, "stem"))
    for s in (1, 2, 3):
        for b in range(1, blocks + 1):
            stride = strides[s - 1] if b == 1 else 1
            name = f"stage{s}_block{b}"
            hidden = relu(layer(x, weights, f"{name}_1", stride if stride_of == 1 else 1))
            x = end(layer(hidden, weights, f"{name}_2", stride if stride_of == 2 else 1), x, stride)
    return pool(x) @ weights["linear"].T + weights["linear_bias"]


@mistake(
    "zeros-on-both-sides",
    "The zero channels stand half before and half behind the existing ones. The paper leaves their place open; here they come "
    "behind, so that channel i of the shortcut meets filter i of the block (option A).",
)
def zeros_on_both_sides(images, weights, blocks=3):
    def end(branch, x, stride):
        missing = branch.shape[1] - x.shape[1]
        sides = (missing // 2, missing - missing // 2)
        return relu(branch + np.pad(x[:, :, ::stride, ::stride], ((0, 0), sides, (0, 0), (0, 0))))

    return network(images, weights, blocks, end=end)


@mistake(
    "channels-repeated",
    "The new channels of the shortcut repeat the existing ones. Option A fills them with zeros (Section 3.3).",
)
def channels_repeated(images, weights, blocks=3):
    def end(branch, x, stride):
        times = branch.shape[1] // x.shape[1]
        return relu(branch + np.tile(x[:, :, ::stride, ::stride], (1, times, 1, 1)))

    return network(images, weights, blocks, end=end)


@mistake(
    "averaged-shortcut",
    "Where the size halves, the shortcut averages squares of two by two. It takes every second row and column, a stride of 2 "
    "(Section 3.3).",
)
def averaged_shortcut(images, weights, blocks=3):
    def end(branch, x, stride):
        if stride == 2:
            grown = np.pad(x, ((0, 0), (0, 0), (0, x.shape[2] % 2), (0, x.shape[3] % 2)), mode="edge")
            x = (grown[:, :, ::2] + grown[:, :, 1::2]) / 2
            x = (x[:, :, :, ::2] + x[:, :, :, 1::2]) / 2
        return added(branch, x, 1)

    return network(images, weights, blocks, end=end)


@mistake(
    "shortcut-left-out",
    "The shortcut is left out where the shapes change. Option A keeps it: every second row and column, and zeros for the missing "
    "channels (Section 3.3).",
)
def shortcut_left_out(images, weights, blocks=3):
    return network(images, weights, blocks, end=lambda branch, x, s: relu(branch) if s == 2 else added(branch, x, s))


@mistake(
    "plain",
    "There are no shortcuts. That is the plain network which the paper compares with (Section 4.2).",
)
def plain(images, weights, blocks=3):
    return network(images, weights, blocks, end=lambda branch, x, stride: relu(branch))


@mistake(
    "relu-before-addition",
    "The ReLU of a block acts on the branch, before the shortcut is added. It follows the addition (Section 3.2, Figure 2).",
)
def relu_before_addition(images, weights, blocks=3):
    return network(images, weights, blocks, end=lambda branch, x, s: relu(branch) + identity(x, branch.shape[1], s))


@mistake(
    "stride-on-second",
    "The second convolution of a block takes the stride. The first one does (Figure 3 marks the first layer of each new size "
    "with \"/2\").",
)
def stride_on_second(images, weights, blocks=3):
    return network(images, weights, blocks, stride_of=2)


@mistake(
    "first-stage-halves",
    "The first stage halves the size too. It keeps the size of the image, 32×32 in the paper; only stages 2 and 3 begin with a "
    "stride of 2 (Section 4.2).",
)
def first_stage_halves(images, weights, blocks=3):
    return network(images, weights, blocks, strides=(2, 2, 2))


@mistake(
    "pooled-stem",
    "A max pooling follows the first layer. The ImageNet networks have one (Table 1); those for CIFAR-10 do not (Section 4.2).",
)
def pooled_stem(images, weights, blocks=3):
    def stem(maps):
        # After the ReLU no value is below 0, so a border of zeros changes no maximum.
        maps = np.pad(relu(maps), ((0, 0), (0, 0), (1, 1), (1, 1)))
        return np.lib.stride_tricks.sliding_window_view(maps, (3, 3), axis=(2, 3))[:, :, ::2, ::2].max(axis=(4, 5))

    return network(images, weights, blocks, stem=stem)


@mistake(
    "stem-without-relu",
    "The first layer has no ReLU. Its normalization and a ReLU follow it as in every other layer, before the first shortcut "
    "branches off.",
)
def stem_without_relu(images, weights, blocks=3):
    return network(images, weights, blocks, stem=lambda maps: maps)


@mistake(
    "max-at-the-end",
    "The last feature maps are reduced by their maximum. The network ends with global average pooling (Section 4.2).",
)
def max_at_the_end(images, weights, blocks=3):
    return network(images, weights, blocks, pool=lambda maps: maps.max(axis=(2, 3)))


@mistake(
    "softmax-returned",
    "The result went through a softmax. The scores before it are asked for.",
)
def softmax_returned(images, weights, blocks=3):
    scores = resnet(images, weights, blocks)
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    return shares / shares.sum(axis=1, keepdims=True)


@mistake(
    "batch-statistics",
    "The normalizations use the statistics of the batch. In evaluation they use the stored mean and variance, so that an image "
    "has one result, whatever else is in the batch.",
)
def batch_statistics(images, weights, blocks=3):
    def own(x, weights, name, stride=1):
        maps = convolve(x, weights[f"{name}_conv"], stride)
        maps = (maps - maps.mean(axis=(0, 2, 3), keepdims=True)) / np.sqrt(maps.var(axis=(0, 2, 3), keepdims=True) + 1e-5)
        return weights[f"{name}_gain"][:, None, None] * maps + weights[f"{name}_bias"][:, None, None]

    return network(images, weights, blocks, layer=own)


@mistake(
    "zeros-in-front",
    "The zero channels stand in front of the existing ones. The paper leaves their place open; here they come behind, so that "
    "channel i of the shortcut meets filter i of the block (option A).",
)
def zeros_in_front(images, weights, blocks=3):
    def end(branch, x, stride):
        missing = branch.shape[1] - x.shape[1]
        return relu(branch + np.pad(x[:, :, ::stride, ::stride], ((0, 0), (missing, 0), (0, 0), (0, 0))))

    return network(images, weights, blocks, end=end)


@mistake(
    "summed-pixels",
    "The last feature maps are summed over rows and columns. The network ends with their average (Section 4.2).",
)
def summed_pixels(images, weights, blocks=3):
    return network(images, weights, blocks, pool=lambda maps: maps.sum(axis=(2, 3)))
