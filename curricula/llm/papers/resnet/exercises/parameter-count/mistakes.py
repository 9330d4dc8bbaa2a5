"""Well-known ways to miscount the parameters of a residual network."""
from __future__ import annotations

from reference import parameter_count
from study_lab import mistake


def changed(counts, **parts):
    """counts with some parts exchanged, and the total made anew."""
    result = {**counts, **parts}
    result["total"] = sum(value for name, value in result.items() if name != "total")
    return result


def widths(depth, width):
    """The filters of each 3×3 convolution in order, as a list of 6n + 1 numbers."""
    blocks = (depth - 2) // 6
    return [width] + [filters for filters in (width, 2 * width, 4 * width) for _ in range(2 * blocks)]


@mistake(
    "convolution-bias",
    "Each convolution was given a bias. The bias of the batch normalization after it takes its place, so convolutions have none.",
)
def convolution_bias(depth, width=16, classes=10, option="A"):
    right = parameter_count(depth, width, classes, option)
    return changed(right, convolutions=right["convolutions"] + sum(widths(depth, width)))


@mistake(
    "no-normalization",
    "Batch normalization has no parameters in this count. Each channel has a gain and a bias, and both are learned.",
)
def no_normalization(depth, width=16, classes=10, option="A"):
    return changed(parameter_count(depth, width, classes, option), normalizations=0)


@mistake(
    "running-averages",
    "Running means and variances were counted. They are kept, not learned: two parameters per channel remain, gain and bias.",
)
def running_averages(depth, width=16, classes=10, option="A"):
    return changed(parameter_count(depth, width, classes, option), normalizations=4 * sum(widths(depth, width)))


@mistake(
    "no-first-layer",
    "The first 3×3 convolution, from 3 channels, is missing. It is the 1 in the 1 + 2n layers at the size 32×32 (Section 4.2).",
)
def no_first_layer(depth, width=16, classes=10, option="A"):
    right = parameter_count(depth, width, classes, option)
    normalizations = right["normalizations"] - 2 * width
    return changed(right, convolutions=right["convolutions"] - 27 * width, normalizations=normalizations)


@mistake(
    "one-layer-blocks",
    "A block was given one convolution. Each has two; depth 6n + 2 is three stages of n blocks of 2 layers, plus 2 (Section 4.2).",
)
def one_layer_blocks(depth, width=16, classes=10, option="A"):
    right = parameter_count(depth, width, classes, option)
    blocks = (depth - 2) // 6
    second = [filters for filters in (width, 2 * width, 4 * width) for _ in range(blocks)]
    return changed(
        right,
        convolutions=right["convolutions"] - sum(9 * filters**2 for filters in second),
        normalizations=right["normalizations"] - 2 * sum(second),
    )


@mistake(
    "layers-as-blocks",
    "The 2n layers of a stage were taken for its number of blocks. A block has two layers, so a stage has n = (depth - 2) / 6 blocks.",
)
def layers_as_blocks(depth, width=16, classes=10, option="A"):
    return parameter_count(2 * depth - 2, width, classes, option)


@mistake(
    "no-transition",
    "All convolutions of a stage were given as many input channels as filters. The first one of stages 2 and 3 still sees the "
    "channels of the stage before, half as many.",
)
def no_transition(depth, width=16, classes=10, option="A"):
    right = parameter_count(depth, width, classes, option)
    return changed(right, convolutions=right["convolutions"] + 9 * (2 * width * width + 4 * width * 2 * width))


@mistake(
    "projections-under-a",
    "Projections were counted under option A. It pads with zeros and has no parameters (Section 3.3).",
)
def projections_under_a(depth, width=16, classes=10, option="A"):
    return parameter_count(depth, width, classes, "B" if option == "A" else option)


@mistake(
    "c-as-b",
    "Under option C only the shortcuts with more channels were counted. That is option B; under C all shortcuts are projections "
    "(Section 4.1).",
)
def c_as_b(depth, width=16, classes=10, option="A"):
    return parameter_count(depth, width, classes, "B" if option == "C" else option)


@mistake(
    "shortcut-not-normalized",
    "The projections were counted without their batch normalization. It follows each convolution (Section 3.4): add two parameters "
    "per filter.",
)
def shortcut_not_normalized(depth, width=16, classes=10, option="A"):
    right = parameter_count(depth, width, classes, option)
    blocks = (depth - 2) // 6
    norms = {"A": 0, "B": 2 * 6 * width, "C": 2 * blocks * 7 * width}[option]
    return changed(right, shortcuts=right["shortcuts"] - norms)


@mistake(
    "no-class-bias",
    "The fully connected layer has no bias in this count. It has one for each class.",
)
def no_class_bias(depth, width=16, classes=10, option="A"):
    right = parameter_count(depth, width, classes, option)
    return changed(right, linear=right["linear"] - classes)


@mistake(
    "flattened",
    "The fully connected layer reads all 8×8 places of the last maps. Global average pooling comes before it and leaves one number "
    "per channel (Section 4.2).",
)
def flattened(depth, width=16, classes=10, option="A"):
    return changed(parameter_count(depth, width, classes, option), linear=64 * 4 * width * classes + classes)
