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


# What doubles an entry when it is doubled; the token embeddings are a sum and have a law of their own.
DOUBLES = {
    ("parameters", "qkv"): ("layers", "width", "attention"),
    ("parameters", "mask"): (),
    ("parameters", "project"): ("layers", "attention", "width"),
    ("parameters", "feed_forward"): ("layers", "width", "inner"),
    ("parameters", "deembed"): (),
    ("flops", "embed"): ("width",),
    ("flops", "qkv"): ("layers", "width", "attention"),
    ("flops", "mask"): ("layers", "context", "attention"),
    ("flops", "project"): ("layers", "attention", "width"),
    ("flops", "feed_forward"): ("layers", "width", "inner"),
    ("flops", "deembed"): ("width", "vocabulary"),
}
# Each entry of a model in which every size is 1.
UNITS = {
    "parameters": {"embed": 2, "qkv": 3, "mask": 0, "project": 1, "feed_forward": 2, "deembed": 0},
    "flops": {"embed": 4, "qkv": 6, "mask": 2, "project": 2, "feed_forward": 4, "deembed": 2},
}


def entry_laws(solve, given):
    """Yields a sentence for the first entry of the table that grows with a wrong size, or is off by a factor."""
    table = solve(*given.values())
    for (name, part), sizes in DOUBLES.items():
        for size in given:
            more = solve(*{**given, size: 2 * given[size]}.values())[name][part]
            if more != table[name][part] * (2 if size in sizes else 1):
                yield f"{name}['{part}'] went from {table[name][part]} to {more} when `{size}` was doubled; it must {'double' if size in sizes else 'stay'}."
                return
    for size, more in (("vocabulary", 1), ("context", 1)):
        grown = solve(*{**given, size: given[size] + more}.values())["parameters"]["embed"] - table["parameters"]["embed"]
        if grown != given["width"]:
            yield f"parameters['embed'] grew by {grown} when `{size}` grew by one; each token and each position has a vector of {given['width']} (`width`)."
            return
    unit = solve(1, 1, 1, 1, 1, 1)
    for name, parts in UNITS.items():
        for part, right in parts.items():
            if unit[name][part] != right:
                yield f"With every size 1 {name}['{part}'] is {unit[name][part]}; Table 1 makes it {right}."
                return


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
    for name in ("attention", "inner"):
        more = solve(*{**given, name: given[name] + 1}.values())["non_embedding"] - table["non_embedding"]
        right = given["layers"] * given["width"] * (4 if name == "attention" else 2)
        if more != right:
            yield f"N grew by {more} when `{name}` grew by one; {right} is right, from the matrices that have this size (eq. (2.1))."
            return
    yield from entry_laws(solve, given)
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
