"""Fresh sizes, laws and the heat map of sinusoidal positions."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


def cases(rng):
    """Yields (label, arguments): length and d_model."""
    for label, low, high, d_model in (
        ("eight features", 9, 16, 8),
        ("six features", 5, 9, 6),
        ("a longer text, twenty features", 40, 60, 20),
        ("one pair", 8, 16, 2),
    ):
        length = int(rng.integers(low, high))
        yield f"{label}, length {length}", {"length": length, "d_model": d_model}
    yield "a single position", {"length": 1, "d_model": 2 * int(rng.integers(3, 8))}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (length, d_model) -> (length, d_model)."""
    encoding = np.asarray(solve(24, 10))
    if encoding.shape != (24, 10):
        yield f"For length 24 and d_model 10 the result has shape {encoding.shape}; (24, 10) is right."
        return
    if not np.allclose(encoding[0], [0, 1] * 5, atol=1e-5):
        yield "Position 0 is not 0, 1, 0, 1 …: the sines of 0 stand in the even features, the cosines in the odd ones."
    if not np.allclose(solve(9, 10), encoding[:9], atol=1e-4):
        yield "The first nine positions differ in a longer text: a position's vector must not depend on the length."

    sines, cosines = encoding[:, 0::2], encoding[:, 1::2]
    if not np.allclose(sines**2 + cosines**2, 1, atol=1e-4):
        yield "The squares of features 2i and 2i + 1 do not sum to 1: they are sine and cosine of the same angle."
    # sin(a + b) and cos(a + b) from the values at a and b: the rotation that Section 3.5 speaks of.
    for offset in (1, 7):
        turned = sines[:-offset] * cosines[offset] + cosines[:-offset] * sines[offset]
        if not np.allclose(turned, sines[offset:], atol=1e-4):
            yield f"Position pos + {offset} is not a rotation of position pos by the same angles for all pos (Section 3.5)."
            break

    frequencies = np.arctan2(sines[1], cosines[1])
    if not np.allclose(frequencies[0], 1, atol=1e-3):
        yield presuming(f"The first pair turns by {frequencies[0]:.4g} from position to position; its wavelength is 2π, so it is 1.")
    ratio = 10000 ** (-2 / 10)
    if not np.allclose(frequencies[1:], frequencies[:-1] * ratio, rtol=1e-2, atol=1e-7):
        yield presuming(f"With d_model 10 each pair must be {1 / ratio:.4g} times slower than the one before it.")


def picture(solve, rng):
    """The first 32 positions (rows) with 32 features (columns)."""
    return {
        "kind": "heat",
        "title": "Positions 0 to 31 with 32 features: quick waves on the left, slow ones on the right",
        "series": [{"name": "yours", "values": np.asarray(solve(32, 32)).tolist()}],
        "x": "feature",
        "y": "position",
    }
