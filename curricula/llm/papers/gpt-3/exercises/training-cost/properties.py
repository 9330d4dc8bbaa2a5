"""Fresh models to count, and Tables 2.1 and D.1 as laws."""
from __future__ import annotations

NAMES = ("parameters", "block_weights", "flops", "petaflop_days")

# Table D.1: layers and width (Table 2.1), millions of parameters, FLOPs, petaflop/s-days. All saw 300 billion tokens.
TABLE_D1 = (
    (12, 768, 125, 2.25e20, 2.60),
    (24, 1024, 356, 6.41e20, 7.42),
    (24, 2048, 1320, 2.38e21, 27.5),
    (96, 12288, 174600, 3.14e23, 3640),
)


def cases(rng):
    """Yields (label, arguments): layers, width, context, vocabulary, tokens."""
    yield "GPT-3 Small", {"layers": 12, "width": 768, "context": 2048, "vocabulary": 50257, "tokens": 300e9}
    yield "GPT-3 175B", {"layers": 96, "width": 12288, "context": 2048, "vocabulary": 50257, "tokens": 300e9}
    for _ in range(2):
        yield "another model", {
            "layers": int(rng.integers(2, 40)),
            "width": 16 * int(rng.integers(4, 200)),
            "context": int(rng.integers(100, 5000)),
            "vocabulary": int(rng.integers(1000, 100_000)),
            "tokens": float(rng.integers(1, 1000)) * 1e8,
        }


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (layers, width, context, vocabulary, tokens) -> dict."""
    model = (int(rng.integers(2, 30)), 64 * int(rng.integers(2, 20)), 512, 8000, 2e9)
    counts = solve(*model)
    for name in NAMES:
        if name not in counts:
            yield f"The dict has no {name}."
            return
    layers, width, context, vocabulary, tokens = model
    if counts["block_weights"] != 12 * layers * width**2:
        yield f"{layers} blocks of width {width} came to {counts['block_weights']} weights; 12 d² for each make {12 * layers * width**2}."
        return
    more = solve(layers, width, context, vocabulary + 1, tokens)["parameters"] - counts["parameters"]
    if more != width:
        yield f"One more token in the vocabulary added {more} parameters; it adds one embedding of width {width}."
    more = solve(layers, width, context + 1, vocabulary, tokens)["parameters"] - counts["parameters"]
    if more != width:
        yield f"One more position in the context added {more} parameters; it adds one embedding of width {width}."
    more = solve(layers + 1, width, context, vocabulary, tokens)["parameters"] - counts["parameters"]
    if more != 12 * width**2 + 13 * width:
        yield f"One more block added {more} parameters; its weights, biases and norms are 12 d² + 13 d = {12 * width**2 + 13 * width}."
    block = solve(layers + 1, width, context, vocabulary, tokens)["parameters"] - counts["parameters"]
    rest = counts["parameters"] - layers * block - (vocabulary + context) * width
    if rest != 2 * width:
        yield f"Beside the blocks and the embeddings {rest} parameters remain; the last layer norm has a gain and a bias, {2 * width}."
    if not close(solve(layers, width, context, vocabulary, 2 * tokens)["flops"], 2 * counts["flops"], 1e-5):
        yield "Twice the tokens must cost twice the FLOPs."
    if not close(counts["flops"], 8.64e19 * counts["petaflop_days"], 1e-5):
        yield "The FLOPs must be 8.64e19 times the petaflop/s-days."
    for layers, width, millions, flops, days in TABLE_D1:
        row = solve(layers, width, 2048, 50257, 300e9)
        # Where the parameters are off, the rest says nothing of its own.
        if not close(row["parameters"], 1e6 * millions, 0.01):
            yield f"{layers} layers of width {width} came to {row['parameters'] / 1e6:.0f} million parameters; Table D.1 prints {millions}."
            return
        if not close(row["flops"], flops, 0.01):
            yield f"The training of {layers} layers of width {width} came to {row['flops']:.3g} FLOPs; Table D.1 prints {flops:.3g}."
            return
        if not close(row["petaflop_days"], days, 0.01):
            yield f"The training of {layers} layers of width {width} came to {row['petaflop_days']:.3g} petaflop/s-days; Table D.1 prints {days}."
            return


def close(value, right, share):
    return abs(float(value) - right) <= share * abs(right)
