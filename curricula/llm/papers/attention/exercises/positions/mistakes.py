"""Well-known wrong ways to write sinusoidal positions."""
from __future__ import annotations

import numpy as np
from reference import angles, interleave
from study_lab import mistake


def waves(length, frequencies):
    """frequencies: (d_model / 2,). Returns (length, d_model) with these frequencies in turn."""
    angle = np.arange(length)[:, None] * frequencies
    return interleave(np.sin(angle), np.cos(angle))


@mistake(
    "half-split",
    "All sines stand before all cosines. In the paper sine and cosine of a pair are neighbours: feature 2i and feature 2i + "
    "1 (Section 3.5).",
)
def half_split(length, d_model):
    angle = angles(length, d_model)
    return np.concatenate([np.sin(angle), np.cos(angle)], axis=1)


@mistake(
    "sine-cosine-exchanged",
    "Sine and cosine are exchanged. The sine belongs to the even features, so position 0 is 0, 1, 0, 1 … (Section 3.5).",
)
def sine_cosine_exchanged(length, d_model):
    angle = angles(length, d_model)
    return interleave(np.cos(angle), np.sin(angle))


@mistake(
    "only-sines",
    "The odd features are sines too, a copy of their neighbours. They are cosines; only sine and cosine together can be "
    "rotated to another position (Section 3.5).",
)
def only_sines(length, d_model):
    angle = angles(length, d_model)
    return interleave(np.sin(angle), np.sin(angle))


@mistake(
    "exponent-halved",
    "The exponent is i / d_model with i counting the pairs, so the wavelengths reach only 100 · 2π. It is 2i / d_model "
    "(Section 3.5).",
)
def exponent_halved(length, d_model):
    return waves(length, 10000.0 ** (-np.arange(d_model // 2) / d_model))


@mistake(
    "exponent-doubled",
    "The exponent counts the features 0, 2, 4 … and doubles them again. Either i counts pairs and is doubled, or the even "
    "features stand for 2i already (Section 3.5).",
)
def exponent_doubled(length, d_model):
    return waves(length, 10000.0 ** (-2 * np.arange(0, d_model, 2) / d_model))


@mistake(
    "frequency-for-each-feature",
    "The cosines have frequencies of their own, from the odd feature's number. Sine and cosine of a pair share the exponent "
    "2i / d_model (Section 3.5).",
)
def frequency_for_each_feature(length, d_model):
    angle = np.arange(length)[:, None] / 10000.0 ** (np.arange(d_model) / d_model)
    return interleave(np.sin(angle[:, 0::2]), np.cos(angle[:, 1::2]))


@mistake(
    "base-e",
    "The base of the power is e: exp(-2i / d_model) lacks the logarithm of 10000. Written with exp, the frequency is "
    "exp(-log(10000) · 2i / d_model) (Section 3.5).",
)
def base_e(length, d_model):
    return waves(length, np.exp(-np.arange(0, d_model, 2) / d_model))


@mistake(
    "ends-at-10000",
    "The frequencies are spread so that the last pair has exactly 1/10000: the exponent divides by the number of pairs "
    "minus one. The paper divides 2i by d_model, so the last pair falls short of it (Section 3.5).",
)
def ends_at_10000(length, d_model):
    pairs = d_model // 2
    return waves(length, 10000.0 ** (-np.arange(pairs) / max(pairs - 1, 1)))


@mistake(
    "from-one",
    "Positions count from 1. Here the first token has position 0, whose sines are 0 and whose cosines are 1.",
)
def from_one(length, d_model):
    angle = angles(length + 1, d_model)[1:]
    return interleave(np.sin(angle), np.cos(angle))


@mistake(
    "relative-to-length",
    "The positions are divided by the length, so the same position has another vector in a longer text. The formula uses "
    "pos as it is (Section 3.5).",
)
def relative_to_length(length, d_model):
    angle = angles(length, d_model) / length
    return interleave(np.sin(angle), np.cos(angle))
