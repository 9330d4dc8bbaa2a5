"""Well-known ways to mix up batch and layer statistics."""
from __future__ import annotations

import numpy as np
from reference import normalization_statistics
from study_lab import mistake


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


@mistake(
    "exchanged",
    "Batch and layer are exchanged. Batch normalization averages over the cases, axis 0; layer normalization over the units, "
    "the last axis (eqs. (2) and (3)).",
)
def exchanged(a, epsilon=1e-5):
    right = normalization_statistics(a, epsilon)
    other = {"batch": "layer", "layer": "batch"}
    return {name: right[f"{other[name.split('_')[0]]}_{name.split('_')[1]}"] for name in right}


@mistake(
    "unbiased",
    "The sums of squares are divided by the count minus one. The equations divide by the number of cases and by the number of "
    "units H (eq. (3)).",
)
def unbiased(a, epsilon=1e-5):
    result = {}
    for prefix, axis in (("batch", 0), ("layer", 2)):
        mean = a.mean(axis=axis, keepdims=True)
        # With a single case the count minus one is 0; the zero numerator then stands for what is left.
        variance = ((a - mean) ** 2).sum(axis=axis, keepdims=True) / max(a.shape[axis] - 1, 1)
        result[f"{prefix}_mean"] = mean.squeeze(axis)
        result[f"{prefix}_deviation"] = np.sqrt(variance).squeeze(axis)
        result[f"{prefix}_normalized"] = (a - mean) / np.sqrt(variance + epsilon)
    return result


@mistake(
    "variance-returned",
    "The variance is returned where the deviation is asked. The deviation is its square root (eq. (3)).",
)
def variance_returned(a, epsilon=1e-5):
    right = normalization_statistics(a, epsilon)
    return {**right, "batch_deviation": right["batch_deviation"] ** 2, "layer_deviation": right["layer_deviation"] ** 2}


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


@mistake(
    "over-time",
    "Batch normalization averages over the time steps of each case. It averages over the cases, axis 0, one time step at a "
    "time (eq. (2) and Section 3.1).",
)
def over_time(a, epsilon=1e-5):
    mean, deviation = a.mean(axis=1), a.std(axis=1)  # (batch, units)
    normalized = (a - mean[:, None]) / np.sqrt(deviation[:, None] ** 2 + epsilon)
    return replace(a, epsilon, "batch", (mean, deviation, normalized))


@mistake(
    "one-after-the-other",
    "Layer normalization is applied to inputs that batch normalization has already changed. Both start from the same summed "
    "inputs a.",
)
def one_after_the_other(a, epsilon=1e-5):
    right = normalization_statistics(a, epsilon)
    second = normalization_statistics(right["batch_normalized"], epsilon)
    return {name: (second if name.startswith("layer") else right)[name] for name in right}


@mistake(
    "not-centered",
    "The deviation is a root mean square around 0. It is taken around the mean (eqs. (2) and (3)).",
)
def not_centered(a, epsilon=1e-5):
    result = {}
    for prefix, axis in (("batch", 0), ("layer", 2)):
        mean = a.mean(axis=axis, keepdims=True)
        square = (a**2).mean(axis=axis, keepdims=True)
        result[f"{prefix}_mean"] = mean.squeeze(axis)
        result[f"{prefix}_deviation"] = np.sqrt(square).squeeze(axis)
        result[f"{prefix}_normalized"] = (a - mean) / np.sqrt(square + epsilon)
    return result


@mistake(
    "epsilon-in-deviation",
    "The deviations contain epsilon. They are the plain sigma of the equations; epsilon enters only where the inputs are divided.",
)
def epsilon_in_deviation(a, epsilon=1e-5):
    right = normalization_statistics(a, epsilon)
    names = ("batch_deviation", "layer_deviation")
    return {**right, **{name: np.sqrt(right[name] ** 2 + epsilon) for name in names}}


@mistake(
    "epsilon-outside",
    "Epsilon is added to the deviation, after the root. Divide by sqrt(deviation**2 + epsilon).",
)
def epsilon_outside(a, epsilon=1e-5):
    right = normalization_statistics(a, epsilon)
    batch = (a - right["batch_mean"]) / (right["batch_deviation"] + epsilon)
    layer = (a - right["layer_mean"][..., None]) / (right["layer_deviation"][..., None] + epsilon)
    return {**right, "batch_normalized": batch, "layer_normalized": layer}
