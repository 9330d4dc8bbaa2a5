"""Well-known wrong residual networks for CIFAR-10."""
from __future__ import annotations

from study_lab import inherits, wrong

wrong(
    "zeros-on-both-sides",
    "(0, missing)", "(missing // 2, missing - missing // 2)",
    "The zero channels stand half before and half behind the existing ones. The paper leaves their place open; here they come "
    "behind, so that channel i of the shortcut meets filter i of the block (option A).",
)
wrong(
    "channels-repeated",
    "np.pad(kept, ((0, 0), (0, missing), (0, 0), (0, 0)))", "np.tile(kept, (1, filters // x.shape[1], 1, 1))",
    "The new channels of the shortcut repeat the existing ones. Option A fills them with zeros (Section 3.3).",
)
wrong(
    "averaged-shortcut",
    "kept = x[:, :, ::stride, ::stride]", "border = ((0, 0), (0, 0), (0, x.shape[2] % stride), (0, x.shape[3] % stride))\n    grown = np.pad(x, border, mode=\"edge\")\n    kept = sum(grown[:, :, i::stride, j::stride] for i in range(stride) for j in range(stride)) / stride**2",
    "Where the size halves, the shortcut averages squares of two by two. It takes every second row and column, a stride of 2 "
    "(Section 3.3).",
)
wrong(
    "shortcut-left-out",
    "residual + identity(x, residual.shape[1], stride)", "residual if stride == 2 else residual + identity(x, residual.shape[1], stride)",
    "The shortcut is left out where the shapes change. Option A keeps it: every second row and column, and zeros for the missing "
    "channels (Section 3.3).",
)
wrong(
    "plain",
    "residual + identity(x, residual.shape[1], stride)", "residual",
    "There are no shortcuts. That is the plain network which the paper compares with (Section 4.2).",
)
wrong(
    "relu-before-addition",
    "residual + identity(x, residual.shape[1], stride)", "relu(residual) + identity(x, residual.shape[1], stride)",
    "return relu(added)", "return added",
    "The ReLU of a block acts on the branch, before the shortcut is added. It follows the addition (Section 3.2, Figure 2).",
)
wrong(
    "stride-on-second",
    "f\"{name}_1\", stride", "f\"{name}_1\"",
    "f\"{name}_2\")", "f\"{name}_2\", stride)",
    "The second convolution of a block takes the stride. The first one does (Figure 3 marks the first layer of each new size "
    "with \"/2\").",
)
wrong(
    "first-stage-halves",
    "2 if s > 1 and b == 1 else 1", "2 if b == 1 else 1",
    "The first stage halves the size too. It keeps the size of the image, 32×32 in the paper; only stages 2 and 3 begin with a "
    "stride of 2 (Section 4.2).",
)
wrong(
    "pooled-stem",
    "x = relu(layer(np.asarray(images, dtype=np.float64), weights, \"stem\"))", "x = relu(layer(np.asarray(images, dtype=np.float64), weights, \"stem\"))\n    padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))\n    x = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(2, 3))[:, :, ::2, ::2].max(axis=(4, 5))",
    "A max pooling follows the first layer. The ImageNet networks have one (Table 1); those for CIFAR-10 do not (Section 4.2).",
)
wrong(
    "stem-without-relu",
    "relu(layer(np.asarray(images, dtype=np.float64), weights, \"stem\"))", "layer(np.asarray(images, dtype=np.float64), weights, \"stem\")",
    "The first layer has no ReLU. Its normalization and a ReLU follow it as in every other layer, before the first shortcut "
    "branches off.",
)
wrong(
    "max-at-the-end",
    "x.mean(axis=(2, 3))", "x.max(axis=(2, 3))",
    "The last feature maps are reduced by their maximum. The network ends with global average pooling (Section 4.2).",
)
wrong(
    "softmax-returned",
    "return scores", "shares = np.exp(scores - scores.max(axis=1, keepdims=True))\n    return shares / shares.sum(axis=1, keepdims=True)",
    "The result went through a softmax. The scores before it are asked for.",
)
wrong(
    "batch-statistics",
    "maps = convolve(x, weights[f\"{name}_conv\"], stride)", "maps = convolve(x, weights[f\"{name}_conv\"], stride)\n    mean = maps.mean(axis=(0, 2, 3), keepdims=True)\n    variance = maps.var(axis=(0, 2, 3), keepdims=True)",
    "The normalizations use the statistics of the batch. In evaluation they use the stored mean and variance, so that an image "
    "has one result, whatever else is in the batch.",
)
wrong(
    "zeros-in-front",
    "(0, missing)", "(missing, 0)",
    "The zero channels stand in front of the existing ones. The paper leaves their place open; here they come behind, so that "
    "channel i of the shortcut meets filter i of the block (option A).",
)
wrong(
    "summed-pixels",
    "x.mean(axis=(2, 3))", "x.sum(axis=(2, 3))",
    "The last feature maps are summed over rows and columns. The network ends with their average (Section 4.2).",
)
inherits("residual-block")
inherits("bottleneck")
