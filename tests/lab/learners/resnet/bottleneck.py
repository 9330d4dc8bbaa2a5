"""Wrong bottlenecks as learners write them. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("the stride in the middle", "stride|middle|reduce|first", "reduced = relu(layer(x, weights, \"reduce\", stride))\n    middle = relu(layer(reduced, weights, \"middle\"))", "reduced = relu(layer(x, weights, \"reduce\"))\n    middle = relu(layer(reduced, weights, \"middle\", stride))"),
    ("no ReLU behind the addition", "relu|addition|added|last|negative|output", "return relu(added)", "return added"),
    ("ReLU before the addition too", "relu|restore|addition|before|branch|residual", "return layer(middle, weights, \"restore\")", "return relu(layer(middle, weights, \"restore\"))"),
    ("the shortcut is forgotten", "shortcut|residual|missing|added|identity|x\\b", "added = residual + shortcut(x, weights, stride)", "added = residual"),
    ("the kernel turned", "kernel|turn|flip|convol|correlat", "np.einsum(\"nchwij,fcij->nfhw\", windows[:, :, ::stride, ::stride], kernel, optimize=True)", "np.einsum(\"nchwij,fcij->nfhw\", windows[:, :, ::stride, ::stride], kernel[..., ::-1, ::-1], optimize=True)"),
    ("the strided pixels shifted", "stride|shift|pixel|from|first|offset|window|slice", "windows[:, :, ::stride, ::stride]", "windows[:, :, stride - 1 :: stride, stride - 1 :: stride]"),
    ("batch statistics", "statistic|batch|stored|running|mean|variance|evaluation|maps", "normalized = (maps - mean) / np.sqrt(variance + 1e-5)", "normalized = (maps - maps.mean((0, 2, 3), keepdims=True)) / np.sqrt(maps.var((0, 2, 3), keepdims=True) + 1e-5)"),
    ("no ReLU behind the first layer", "relu|reduce|first", "reduced = relu(layer(x, weights, \"reduce\", stride))", "reduced = layer(x, weights, \"reduce\", stride)"),
    ("edges repeated for zeros", "pad|edge|border|zero|convol|0\\b", "np.pad(x, border)", "np.pad(x, border, mode=\"edge\")"),
    ("divided by the variance", "root|variance|deviation|normal|sqrt", "np.sqrt(variance + 1e-5)", "(variance + 1e-5)"),
    ("the projection without its norm", "projection|norm|shortcut|gain", "return layer(x, weights, \"projection\", stride) if \"projection_conv\" in weights else x", "return convolve(x, weights[\"projection_conv\"], stride) if \"projection_conv\" in weights else x"),
]
