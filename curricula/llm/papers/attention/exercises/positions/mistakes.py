"""Well-known wrong ways to write sinusoidal positions."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "half-split",
    "encoding[:, 0::2]", "encoding[:, : d_model // 2]",
    "encoding[:, 1::2]", "encoding[:, d_model // 2 :]",
    "All sines stand before all cosines. In the paper sine and cosine of a pair are neighbours: feature 2i and feature 2i + "
    "1 (Section 3.5).",
)
wrong(
    "sine-cosine-exchanged",
    "np.sin(angle)", "np.cos(angle)",
    "np.cos(angle)", "np.sin(angle)",
    "Sine and cosine are exchanged. The sine belongs to the even features, so position 0 is 0, 1, 0, 1 … (Section 3.5).",
)
wrong(
    "only-sines",
    "np.cos(angle)", "np.sin(angle)",
    "The odd features are sines too, a copy of their neighbours. They are cosines; only sine and cosine together can be "
    "rotated to another position (Section 3.5).",
)
wrong(
    "exponent-halved",
    "(even / d_model)", "(even / 2 / d_model)",
    "The exponent is i / d_model with i counting the pairs, so the wavelengths reach only 100 · 2π. It is 2i / d_model "
    "(Section 3.5).",
)
wrong(
    "exponent-doubled",
    "(even / d_model)", "(2 * even / d_model)",
    "The exponent counts the features 0, 2, 4 … and doubles them again. Either i counts pairs and is doubled, or the even "
    "features stand for 2i already (Section 3.5).",
)
wrong(
    "frequency-for-each-feature",
    "np.cos(angle)", "np.cos(positions / 10000.0 ** ((even + 1) / d_model))",
    "The cosines have frequencies of their own, from the odd feature's number. Sine and cosine of a pair share the exponent "
    "2i / d_model (Section 3.5).",
)
wrong(
    "base-e",
    "10000.0 ** (", "np.e ** (",
    "The base of the power is e: exp(-2i / d_model) lacks the logarithm of 10000. Written with exp, the frequency is "
    "exp(-log(10000) · 2i / d_model) (Section 3.5).",
)
wrong(
    "ends-at-10000",
    "(even / d_model)", "(even / 2 / max(d_model // 2 - 1, 1))",
    "The frequencies are spread so that the last pair has exactly 1/10000: the exponent divides by the number of pairs "
    "minus one. The paper divides 2i by d_model, so the last pair falls short of it (Section 3.5).",
)
wrong(
    "from-one",
    "np.arange(length, dtype=np.float64)", "np.arange(1.0, length + 1)",
    "Positions count from 1. Here the first token has position 0, whose sines are 0 and whose cosines are 1.",
)
wrong(
    "relative-to-length",
    "[:, None]", "[:, None] / length",
    "The positions are divided by the length, so the same position has another vector in a longer text. The formula uses "
    "pos as it is (Section 3.5).",
)
