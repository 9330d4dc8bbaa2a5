"""Fresh networks to count, and Table 6 as laws."""
from __future__ import annotations

NAMES = ("convolutions", "normalizations", "shortcuts", "linear", "total")

# Table 6: depth, millions of parameters as printed, and half a unit of the last printed digit.
TABLE_6 = ((20, 0.27, 0.005), (32, 0.46, 0.005), (44, 0.66, 0.005), (56, 0.85, 0.005), (110, 1.7, 0.05), (1202, 19.4, 0.05))


def cases(rng):
    """Yields (label, arguments): depth, width, classes, option."""
    yield "ResNet-20", {"depth": 20}
    yield "ResNet-56", {"depth": 56, "width": 16, "classes": 10, "option": "A"}
    for option in ("A", "B", "C"):
        depth = 6 * int(rng.integers(2, 12)) + 2
        width, classes = int(rng.integers(3, 40)), int(rng.integers(2, 101))
        yield f"another network, option {option}", {"depth": depth, "width": width, "classes": classes, "option": option}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (depth, width, classes, option) -> dict."""
    counts = solve(20)
    for name in NAMES:
        if name not in counts:
            yield f"The dict has no {name}."
            return
    if sum(counts[name] for name in NAMES[:-1]) != counts["total"]:
        yield "The four parts do not add up to the total."

    for depth, printed, half in TABLE_6:
        total = solve(depth)["total"] / 1e6
        if abs(total - printed) > half + 1e-9:
            yield f"ResNet-{depth} came to {total:.4g} million parameters; Table 6 prints {printed}."

    width = int(rng.integers(3, 30))
    option_a, option_b, option_c = (solve(32, width, 10, option) for option in ("A", "B", "C"))
    if option_a["shortcuts"] != 0:
        yield "Option A came to parameters in shortcuts: identities and zeros have none."
    if not option_a["total"] < option_b["total"] < option_c["total"]:
        yield "Option B must have more parameters than A, and C more than B."

    steps = {solve(depth + 6, width)["total"] - solve(depth, width)["total"] for depth in (14, 20, 50)}
    if len(steps) != 1:
        yield "Six more layers must always add the same number of parameters, one block in each stage."
    step = 9 * 2 * (1 + 4 + 16) * width**2 + 4 * 7 * width
    if steps and steps != {step} and len(steps) == 1:
        yield f"Six more layers at width {width} added {steps.pop()} parameters; one block in each stage has {step}."
