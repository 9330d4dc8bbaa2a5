"""Well-known ways to mix up batch and layer statistics."""
from __future__ import annotations

import numpy as np
from reference import normalization_statistics
from study_lab import mistake, wrong


def pooled(a, axes, drop, epsilon):
    """a: (batch, time, units). Statistics over several axes, spread over the time axis again.

    Returns mean and deviation (the shape of a without the axis drop) and the normalized (batch, time, units).
    """
    mean = a.mean(axis=axes, keepdims=True)
    deviation = a.std(axis=axes, keepdims=True)
    normalized = (a - mean) / np.sqrt(deviation**2 + epsilon)
    shape = [1 if axis == drop else size for axis, size in enumerate(a.shape)]
    return np.broadcast_to(mean, shape).squeeze(drop), np.broadcast_to(deviation, shape).squeeze(drop), normalized


def replace(a, epsilon, prefix, parts):
    """The right dict with mean, deviation and normalized of one method (prefix) replaced by parts."""
    names = (f"{prefix}_mean", f"{prefix}_deviation", f"{prefix}_normalized")
    return {**normalization_statistics(a, epsilon), **dict(zip(names, parts))}


wrong(
    "exchanged",
    "BATCH, UNITS = 0, 2", "BATCH, UNITS = 2, 0",
    "Batch and layer are exchanged. Batch normalization averages over the cases, axis 0; layer normalization over the units, "
    "the last axis (eqs. (2) and (3)).",
)
wrong(
    "unbiased",
    "((a - mean) ** 2).mean(axis=axis, keepdims=True)", "a.var(axis=axis, ddof=1, keepdims=True)",
    "The sums of squares are divided by the count minus one. The equations divide by the number of cases and by the number of "
    "units H (eq. (3)).",
)
wrong(
    "variance-returned",
    "np.sqrt(variance).squeeze(axis)", "variance.squeeze(axis)",
    "The variance is returned where the deviation is asked. The deviation is its square root (eq. (3)).",
)


@mistake(
    "batch-pools-time",
    "Batch normalization averages over the time steps too. In a recurrent network it keeps separate statistics for each time "
    "step (Section 3.1).",
)
def batch_pools_time(a, epsilon=1e-5):
    return replace(a, epsilon, "batch", pooled(a, (0, 1), 0, epsilon))


@mistake(
    "layer-pools-time",
    "Layer normalization averages over the time steps too. It uses the summed inputs of the current time step alone "
    "(Section 3.1, eq. (4)).",
)
def layer_pools_time(a, epsilon=1e-5):
    return replace(a, epsilon, "layer", pooled(a, (1, 2), 2, epsilon))


wrong(
    "over-time",
    "statistics(a, BATCH, epsilon)", "statistics(a, 1, epsilon)",
    "Batch normalization averages over the time steps of each case. It averages over the cases, axis 0, one time step at a "
    "time (eq. (2) and Section 3.1).",
)
wrong(
    "one-after-the-other",
    "statistics(a, UNITS, epsilon)", "statistics(batch_normalized, UNITS, epsilon)",
    "Layer normalization is applied to inputs that batch normalization has already changed. Both start from the same summed "
    "inputs a.",
)
wrong(
    "not-centered",
    "((a - mean) ** 2).mean(axis=axis, keepdims=True)", "(a**2).mean(axis=axis, keepdims=True)",
    "The deviation is a root mean square around 0. It is taken around the mean (eqs. (2) and (3)).",
)
wrong(
    "epsilon-in-deviation",
    "np.sqrt(variance).squeeze(axis)", "np.sqrt(variance + epsilon).squeeze(axis)",
    "The deviations contain epsilon. They are the plain sigma of the equations; epsilon enters only where the inputs are divided.",
)
wrong(
    "epsilon-outside",
    "/ np.sqrt(variance + epsilon)", "/ (np.sqrt(variance) + epsilon)",
    "Epsilon is added to the deviation, after the root. Divide by sqrt(deviation**2 + epsilon).",
)
