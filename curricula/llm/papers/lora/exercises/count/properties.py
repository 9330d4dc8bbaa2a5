"""Fresh models to count, and laws of the count."""
from __future__ import annotations

NAMES = ("trainable", "total", "share", "checkpoint_bytes", "optimizer_bytes_saved")


def gpt(width):
    square = {name: (width, width) for name in ("q", "k", "v", "o")}
    return {**square, "up": (4 * width, width), "down": (width, 4 * width)}


def gated(rng):
    """A layer with grouped keys and values and a gated feed-forward network: no two shapes alike where it matters."""
    width, inner = 16 * int(rng.integers(4, 20)), 8 * int(rng.integers(20, 90))
    return {
        "q": (width, width), "k": (width // 4, width), "v": (width // 4, width), "o": (width, width),
        "gate": (inner, width), "up": (inner, width), "down": (width, inner),
    }


def cases(rng):
    """Yields (label, arguments): shapes, layers, adapted, r."""
    yield "GPT-3 175B, queries and values", {"shapes": gpt(12288), "layers": 96, "adapted": ["q", "v"], "r": 4}
    yield "grouped keys", {"shapes": gated(rng), "layers": int(rng.integers(3, 33)), "adapted": ["q", "k", "v"], "r": int(rng.integers(2, 9))}
    yield "the way down alone", {"shapes": gated(rng), "layers": int(rng.integers(3, 33)), "adapted": ["down"], "r": int(rng.integers(2, 9))}
    yield "rank 1", {"shapes": gated(rng), "layers": int(rng.integers(3, 33)), "adapted": ["o", "up"], "r": 1}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (shapes, layers, adapted, r) -> dict."""
    shapes, layers, r = gated(rng), 6, 4
    found = solve(shapes, layers, ["q", "v"], r)
    for name in NAMES:
        if name not in found:
            yield f"The dict has no {name}."
            return

    def trainable(layers=layers, adapted=("q", "v"), r=r):
        return solve(shapes, layers, list(adapted), r)["trainable"]

    one = solve({"w": (10, 6)}, 1, ["w"], 2)
    if one["trainable"] != 32:
        yield f"A matrix of (10, 6) with r = 2 has A with 12 numbers and B with 20, together 32; you count {one['trainable']}."
        return
    if one["total"] != 92:
        yield f"A matrix of (10, 6) with its update has 60 + 32 = 92 numbers; you count {one['total']}."
        return
    if trainable(r=2 * r) != 2 * found["trainable"]:
        yield "Twice the rank must have twice the trainable numbers."
    if trainable(layers=2 * layers) != 2 * found["trainable"]:
        yield "Twice the layers must have twice the trainable numbers."
    if trainable(adapted=["q"]) + trainable(adapted=["v"]) != found["trainable"]:
        yield "What queries and values need together must be the sum of what each needs."
    if found["checkpoint_bytes"] != 2 * found["trainable"]:
        yield f"The checkpoint of {found['trainable']} numbers has {found['checkpoint_bytes']} bytes; in 16 bits each takes two."
    fewer = solve(shapes, layers, ["q"], r)
    if found["total"] - fewer["total"] != found["trainable"] - fewer["trainable"]:
        yield "When one more matrix is adapted the total must grow by its update, and by nothing else."
    if found["optimizer_bytes_saved"] != fewer["optimizer_bytes_saved"]:
        yield "The optimizer state that is saved is that of the frozen matrices; it changed with the updates."
    if abs(float(found["share"]) * found["total"] - found["trainable"]) > 1e-4 * found["trainable"]:
        yield "The share must be trainable over total."
