"""Well-known wrong rotations."""
from __future__ import annotations

import numpy as np
from reference import rope

from study_lab import mistake, wrong

wrong(
    "always-halves",
    'neighbours = pairing == "neighbours"', "neighbours = False",
    "Number i was paired with number i + size/2 in any case. With “neighbours” the pairs are (0, 1), (2, 3) and so on.",
)
wrong(
    "always-neighbours",
    'neighbours = pairing == "neighbours"', "neighbours = True",
    "Neighbours were paired in any case. With “halves” number i belongs to number i + size/2.",
)


@mistake(
    "mixed",
    "The pairs are halves, but the angles stand side by side as for neighbours, or the other way round. Then the two numbers of a pair turn "
    "by different angles, which is no rotation.",
)
def mixed(x, positions, theta, pairing):
    size = x.shape[-1]
    angles = np.asarray(positions)[:, None] * theta ** (-2.0 * np.arange(size // 2) / size)
    if pairing == "halves":
        angles = np.repeat(angles, 2, axis=-1)
        partner = np.concatenate([-x[..., size // 2 :], x[..., : size // 2]], axis=-1)
    else:
        angles = np.concatenate([angles, angles], axis=-1)
        partner = np.stack([-x[..., 1::2], x[..., 0::2]], axis=-1).reshape(x.shape)
    return x * np.cos(angles) + partner * np.sin(angles)


@mistake(
    "not-interleaved",
    "Neighbours were turned rightly but put back as two halves. A turned pair belongs where the pair stood.",
)
def not_interleaved(x, positions, theta, pairing):
    turned = rope(x, positions, theta, pairing)
    if pairing == "halves":
        return turned
    return np.concatenate([turned[..., 0::2], turned[..., 1::2]], axis=-1)


wrong(
    "exponent-i",
    "(-2.0 * pairs / size)", "(-1.0 * pairs / size)",
    "The exponent is -i/size. It is -2i/size, so that the frequencies go down to nearly 1/theta.",
)
wrong(
    "one-angle",
    "theta ** (-2.0 * pairs / size)", "np.ones(size // 2)",
    "All pairs turn by the same angle. Each has a frequency of its own.",
)
wrong(
    "fixed-theta",
    "theta ** (", "10000.0 ** (",
    "theta is 10,000 whatever the argument says.",
)
wrong(
    "backwards",
    "first * cosine - second * sine", "first * cosine + second * sine",
    "first * sine + second * cosine", "second * cosine - first * sine",
    "The pairs turn the other way. Products of queries and keys still depend on the distance alone, but weights that were trained with one sense need it.",
)
wrong(
    "reflection",
    "first * cosine - second * sine", "first * cosine + second * sine",
    "The sign of one sine is wrong: + where the first number of a pair needs -. That is no rotation, and lengths change.",
)
wrong(
    "sine-and-cosine",
    "np.cos(angles), np.sin(angles)", "np.sin(angles), np.cos(angles)",
    "Sine and cosine changed places. At position 0 nothing may turn.",
)
wrong(
    "from-one",
    "positions[:, None]", "(positions[:, None] + 1)",
    "Positions count from 1. At position 0 the angle is 0.",
)
wrong(
    "own-positions",
    "positions[:, None]", "np.arange(len(positions))[:, None]",
    "The positions are 0, 1, 2 … whatever the argument says. With a cache they begin later.",
)
wrong(
    "over-heads",
    "positions[:, None] * frequencies", "np.arange(x.shape[1])[:, None, None] * frequencies",
    "The angle grows with the head. It grows with the position, the axis before the last one.",
)
wrong(
    "exponent-4i",
    "(-2.0 * pairs / size)", "(-4.0 * pairs / size)",
    "The exponent is -4i/size: the index is doubled twice, or divided by the number of pairs. It is -2i/size.",
)
wrong(
    "pairs-from-one",
    "pairs = np.arange(size // 2)", "pairs = np.arange(1, size // 2 + 1)",
    "The pairs are counted from 1. They are counted from 0, so that the first one turns by one radian for each position.",
)
wrong(
    "slowest-first",
    "frequencies = theta ** (-2.0 * pairs / size)", "frequencies = (theta ** (-2.0 * pairs / size))[::-1]",
    "The frequencies stand in the other order. The first pair turns fastest.",
)
wrong(
    "degrees",
    "angles = positions[:, None] * frequencies", "angles = np.deg2rad(positions[:, None] * frequencies)",
    "The angles are taken as degrees. They are radians.",
)
wrong(
    "growing-frequencies",
    "(-2.0 * pairs / size)", "(2.0 * pairs / size)",
    "The minus of the exponent is missing. The frequencies fall from 1 to nearly 1/theta.",
)
