"""What 32 bits cost a right solution: its error as a share of the tolerance."""
from __future__ import annotations

import numpy as np

from study_lab.evidence import leaves
from study_lab.judge import cases_of
from study_lab.outcome import quiet_outcome


def single_error(exercise, function, seed=1):
    """The largest error with inputs of 32 bits, 1 where it fills the tolerance; 0 where results hold no fractions."""
    if exercise.observe is not None:
        return 0.0
    worst = 0.0
    for _, arguments in cases_of(exercise, seed):
        got = quiet_outcome(exercise, function, single(arguments))
        expected = quiet_outcome(exercise, exercise.reference, arguments)
        if got.error is None and got.foreign is None:
            worst = max([worst, *shares(got.result, expected.result, exercise)])
    return worst


def single(value):
    if isinstance(value, np.ndarray) and value.dtype == np.float64:
        return value.astype(np.float32)
    if isinstance(value, dict):
        return {key: single(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(single(one) for one in value)
    return value


def shares(got, expected, exercise):
    """The largest error of each piece as a share of what is allowed."""
    for _, one, other in leaves(got, expected):
        one, other = np.asarray(one), np.asarray(other)
        if one.shape == other.shape and one.dtype.kind == other.dtype.kind == "f" and one.size:
            with np.errstate(all="ignore"):
                gap = np.abs(one.astype(np.float64) - other) / (exercise.absolute + exercise.relative * np.abs(other))
            gap = gap[np.isfinite(gap)]
            yield float(gap.max()) if gap.size else 0.0
