"""Wrong counts as learners make them. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("biases of the convolutions", "bias|convolution", "convolutions += 9 * channels * filters + 9 * filters * filters", "convolutions += 9 * channels * filters + 9 * filters * filters + 2 * filters"),
    ("no bias in the linear layer", "bias|linear|classes|missing", "linear = channels * classes + classes", "linear = channels * classes"),
    ("the first convolution is forgotten", "first|convolution|missing|3", "convolutions = 9 * 3 * width", "convolutions = 0"),
    ("n is depth / 6", "depth|n\\b|block|6n|2", "blocks = (depth - 2) // 6", "blocks = depth // 6 + 1"),
    ("option B projects in each stage, also the first", "option|shortcut|B|stage|first|projection|channels|block", "option == \"B\" and channels != filters", "option == \"B\" and block == 0"),
    ("running averages counted", "running|normal|twice|4|average|mean|variance", "normalizations += 2 * filters + 2 * filters", "normalizations += 4 * filters + 4 * filters"),
    ("shortcuts without normalization", "shortcut|normal|2 \\* filters|projection", "shortcuts += channels * filters + 2 * filters", "shortcuts += channels * filters"),
    ("the shortcuts are not in the total", "total|shortcut|missing|sum", "convolutions + normalizations + shortcuts + linear", "convolutions + normalizations + linear"),
    ("channels is not carried on", "channels|filters|block|stage|first|width|input", "            channels = filters\n", "            pass\n", "linear = channels * classes", "linear = filters * classes"),
    ("option C like B", "option|C|shortcut|all|projection", "if option == \"C\" or (option == \"B\" and channels != filters):", "if option in \"BC\" and channels != filters:"),
    ("three stages with 3 convolutions each block", "block|convolution|two|layers|3|three", "9 * channels * filters + 9 * filters * filters", "9 * channels * filters + 9 * filters * filters + 9 * filters * filters"),
    ("grey images", "3|color|first|convolution|channels|image", "convolutions = 9 * 3 * width", "convolutions = 9 * width"),
]
