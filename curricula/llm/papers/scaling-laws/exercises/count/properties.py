"""Fresh shapes to count, and laws of Table 1."""
from __future__ import annotations

PARTS = ("embed", "qkv", "mask", "project", "feed_forward", "deembed")


def shape(rng):
    """layers, width, attention, inner, context, vocabulary: all of them different."""
    width = 8 * int(rng.integers(4, 40))
    return {
        "layers": int(rng.integers(2, 30)),
        "width": width,
        "attention": width + 8 * int(rng.integers(1, 9)),
        "inner": 4 * width - 16 * int(rng.integers(1, 6)),
        "context": int(rng.integers(33, 2000)),
        "vocabulary": int(rng.integers(2001, 60_000)),
    }


def cases(rng):
    """Yields (label, arguments): layers, width, attention, inner, context, vocabulary."""
    yield "the largest model of the standard shape", {
        "layers": 48, "width": 1600, "attention": 1600, "inner": 6400, "context": 1024, "vocabulary": 50257,
    }
    for _ in range(3):
        yield "another shape", shape(rng)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (layers, width, attention, inner, context, vocabulary) -> dict."""
    given = shape(rng)
    table = solve(*given.values())
    for name in ("parameters", "flops", "non_embedding", "forward"):
        if name not in table:
            yield f"The dict has no {name}."
            return
    for name in ("parameters", "flops"):
        for part in PARTS:
            if part not in table[name]:
                yield f"The dict {name} has no {part}."
                return

    layers, width, context = 6, 64, 128
    standard = solve(layers, width, width, 4 * width, context, 1000)
    if standard["non_embedding"] != 12 * layers * width**2:
        yield f"In the standard shape N is 12 · layers · width²; {standard['non_embedding']} came back for {12 * layers * width**2} (eq. (2.1))."
        return
    for name in ("context", "vocabulary"):
        if solve(*{**given, name: 2 * given[name]}.values())["non_embedding"] != table["non_embedding"]:
            yield f"N changed with the {name}: it leaves out what depends on it."
            return
    rest = {size: solve(*{**given, "context": size}.values())["forward"] - 2 * table["non_embedding"] for size in (100, 200, 300)}
    if rest[200] - rest[100] != rest[300] - rest[200] or rest[200] != 2 * rest[100]:
        yield "Beyond 2N the forward pass must grow in proportion to the context (eq. (2.2))."
    elif rest[100] != 2 * given["layers"] * 100 * given["attention"]:
        yield f"Beyond 2N the forward pass costs {rest[100]} FLOPs at a context of 100; 2 · layers · context · d_attn is {2 * given['layers'] * 100 * given['attention']}."
    for part in ("qkv", "project", "feed_forward"):
        if table["flops"][part] != 2 * table["parameters"][part]:
            yield f"{part} costs {table['flops'][part]} FLOPs with {table['parameters'][part]} parameters; each takes a multiplication and an addition."
            return
