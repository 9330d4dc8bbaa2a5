"""Well-known ways to miscount the parameters of a residual network."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "convolution-bias",
    "9 * 3 * width", "9 * 3 * width + width",
    "9 * channels * filters + 9 * filters * filters", "9 * channels * filters + 9 * filters * filters + 2 * filters",
    "Each convolution was given a bias. The bias of the batch normalization after it takes its place, so convolutions have none.",
)
wrong(
    "no-normalization",
    "normalizations = 2 * width", "normalizations = 0",
    "2 * filters + 2 * filters", "0",
    "Batch normalization has no parameters in this count. Each channel has a gain and a bias, and both are learned.",
)
wrong(
    "running-averages",
    "normalizations = 2 * width", "normalizations = 4 * width",
    "2 * filters + 2 * filters", "4 * filters + 4 * filters",
    "Running means and variances were counted. They are kept, not learned: two parameters per channel remain, gain and bias.",
)
wrong(
    "no-first-layer",
    "9 * 3 * width", "0",
    "normalizations = 2 * width", "normalizations = 0",
    "The first 3×3 convolution, from 3 channels, is missing. It is the 1 in the 1 + 2n layers at the size 32×32 (Section 4.2).",
)
wrong(
    "one-layer-blocks",
    "9 * channels * filters + 9 * filters * filters", "9 * channels * filters",
    "2 * filters + 2 * filters", "2 * filters",
    "A block was given one convolution. Each has two; depth 6n + 2 is three stages of n blocks of 2 layers, plus 2 (Section 4.2).",
)
wrong(
    "layers-as-blocks",
    "(depth - 2) // 6", "(depth - 2) // 3",
    "The 2n layers of a stage were taken for its number of blocks. A block has two layers, so a stage has n = (depth - 2) / 6 blocks.",
)
wrong(
    "no-transition",
    "9 * channels * filters +", "9 * filters * filters +",
    "All convolutions of a stage were given as many input channels as filters. The first one of stages 2 and 3 still sees the "
    "channels of the stage before, half as many.",
)
wrong(
    "projections-under-a",
    "option == \"B\" and", "option in (\"A\", \"B\") and",
    "Projections were counted under option A. It pads with zeros and has no parameters (Section 3.3).",
)
wrong(
    "c-as-b",
    "option == \"C\" or (option == \"B\" and channels != filters)", "option in (\"B\", \"C\") and channels != filters",
    "Under option C only the shortcuts with more channels were counted. That is option B; under C all shortcuts are projections "
    "(Section 4.1).",
)
wrong(
    "shortcut-not-normalized",
    "shortcuts += channels * filters + 2 * filters", "shortcuts += channels * filters",
    "The projections were counted without their batch normalization. It follows each convolution (Section 3.4): add two parameters "
    "per filter.",
)
wrong(
    "no-class-bias",
    "channels * classes + classes", "channels * classes",
    "The fully connected layer has no bias in this count. It has one for each class.",
)
wrong(
    "flattened",
    "channels * classes + classes", "64 * channels * classes + classes",
    "The fully connected layer reads all 8×8 places of the last maps. Global average pooling comes before it and leaves one number "
    "per channel (Section 4.2).",
)
