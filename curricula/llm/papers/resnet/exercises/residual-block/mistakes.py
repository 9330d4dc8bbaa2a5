"""Well-known wrong residual blocks."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "relu-before-addition",
    "residual + shortcut(x, weights, stride)", "relu(residual) + shortcut(x, weights, stride)",
    "return relu(added)", "return added",
    "The last ReLU acts on the branch, before the addition. Then the block can only add to x, never subtract. In Figure 2 the "
    "second ReLU follows the addition.",
)
wrong(
    "relu-twice",
    "residual + shortcut(x, weights, stride)", "relu(residual) + shortcut(x, weights, stride)",
    "A ReLU acts on the branch before the addition, and another one after it. In Figure 2 the second layer has none before the "
    "addition; F must be able to be negative.",
)
wrong(
    "no-last-relu",
    "return relu(added)", "return added",
    "The ReLU after the addition is missing (Section 3.2: the second nonlinearity is applied after the addition; Figure 2).",
)
wrong(
    "no-relu-between",
    "relu(summed)", "summed",
    "The two convolutions of the branch have no ReLU between them. Figure 2 has one; without it the two layers act as one linear "
    "layer (Section 3.2).",
)
wrong(
    "no-shortcut",
    "residual + shortcut(x, weights, stride)", "residual",
    "The shortcut is missing. That is a plain network. Add x, or its projection, to the branch (eqs. (1) and (2)).",
)
wrong(
    "no-projection",
    "residual + shortcut(x, weights, stride)", "residual + (0.0 if \"projection\" in weights else x)",
    "The shortcut is left out where the shapes differ. There the projection brings x to the shape of the branch (eq. (2)).",
)
wrong(
    "projection-not-normalized",
    "batch_norm(projected, weights[\"projection_gain\"], weights[\"projection_bias\"])", "projected",
    "The projection has no batch normalization. It is a convolution too, and normalization follows each of them (Section 3.4).",
)
wrong(
    "relu-on-projection",
    "batch_norm(projected, weights[\"projection_gain\"], weights[\"projection_bias\"])", "relu(batch_norm(projected, weights[\"projection_gain\"], weights[\"projection_bias\"]))",
    "The projected shortcut goes through a ReLU before the addition. Eq. (2) adds the projection as it is.",
)
wrong(
    "normalized-sum",
    "batch_norm(convolve(hidden, weights[\"conv_2\"]), weights[\"gain_2\"], weights[\"bias_2\"])", "convolve(hidden, weights[\"conv_2\"])",
    "return relu(added)", "return relu(batch_norm(added, weights[\"gain_2\"], weights[\"bias_2\"]))",
    "The last batch normalization acts on the sum of branch and shortcut. It stands right after the convolution, before the "
    "addition (Section 3.4); otherwise it normalizes the identity away.",
)
wrong(
    "stride-on-second",
    "weights[\"conv_1\"], stride", "weights[\"conv_1\"]",
    "weights[\"conv_2\"])", "weights[\"conv_2\"], stride)",
    "The second convolution takes the stride. The first one does, so that the whole branch after it works at the smaller size "
    "(Figure 3: the first layer of the new size carries the mark \"/2\").",
)
wrong(
    "kernel-flipped",
    "kernel, optimize=True", "kernel[:, :, ::-1, ::-1], optimize=True",
    "The kernels are flipped, as a convolution in mathematics does. In neural networks the kernel is laid on the image as it is.",
)
wrong(
    "unbiased",
    "x.var(axis=(0, 2, 3), keepdims=True)", "x.var(axis=(0, 2, 3), ddof=1, keepdims=True)",
    "The variances divide by the count minus one. To normalize a batch, divide by the count; some libraries use the other as the "
    "default of their `var` or `std`.",
)
wrong(
    "each-image-alone",
    "x.mean(axis=(0, 2, 3), keepdims=True)", "x.mean(axis=(2, 3), keepdims=True)",
    "x.var(axis=(0, 2, 3), keepdims=True)", "x.var(axis=(2, 3), keepdims=True)",
    "Each image is normalized with its own mean and variance. Batch normalization pools the images of the batch too (axes 0, 2 "
    "and 3).",
)
wrong(
    "relu-before-normalization",
    "batch_norm(convolve(x, weights[\"conv_1\"], stride), weights[\"gain_1\"], weights[\"bias_1\"])", "batch_norm(relu(convolve(x, weights[\"conv_1\"], stride)), weights[\"gain_1\"], weights[\"bias_1\"])",
    "relu(summed)", "summed",
    "The ReLU between the two convolutions comes before the normalization. Section 3.4 puts the normalization right after each "
    "convolution and before the activation.",
)
