"""Well-known wrong ways to write the learning rate."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "larger-of-the-two",
    "np.minimum(", "np.maximum(",
    "The larger of the two expressions is taken, so the rate starts high and later grows without end. Equation (3) has the "
    "minimum.",
)
wrong(
    "no-warm-up",
    "np.minimum(falling, rising)", "falling",
    "The rate falls from the first step on; the rising line is missing. For the first warmup_steps steps it is step · "
    "warmup_steps^-1.5 (eq. (3)).",
)
wrong(
    "constant-after-warm-up",
    "falling = steps**-0.5", "falling = warmup_steps**-0.5",
    "The rate stays where it is after the warm-up. From then on it falls with step^-0.5 (eq. (3)).",
)
wrong(
    "warm-up-exponent",
    "warmup_steps**-1.5", "warmup_steps**-0.5",
    "The line has the exponent -0.5 for warmup_steps. With -1.5 it meets the inverse root exactly at step = warmup_steps "
    "(eq. (3)).",
)
wrong(
    "inverse-step",
    "falling = steps**-0.5", "falling = np.where(steps > warmup_steps, warmup_steps**0.5 / steps, np.inf)",
    "After the warm-up the rate falls with 1 / step. Equation (3) has the inverse root, which falls more slowly.",
)
wrong(
    "no-d-model",
    "d_model**-0.5 * smaller", "smaller",
    "The factor d_model^-0.5 is missing. Wider models take smaller steps (eq. (3)).",
)
wrong(
    "d-model-not-inverted",
    "d_model**-0.5", "d_model**0.5",
    "The rate is multiplied by the root of d_model. The exponent is -0.5: wider models take smaller steps (eq. (3)).",
)
wrong(
    "divided-by-d-model",
    "d_model**-0.5", "d_model**-1.0",
    "The rate is divided by d_model itself. Equation (3) divides by its root.",
)
wrong(
    "peak-of-one",
    "d_model**-0.5 * smaller", "warmup_steps**0.5 * smaller",
    "The rate is a share of its peak, from 0 to 1. Equation (3) fixes its size too: the peak is (d_model · "
    "warmup_steps)^-0.5.",
)
wrong(
    "counted-from-zero",
    "np.asarray(steps, dtype=np.float64)", "np.asarray(steps, dtype=np.float64) - 1",
    "falling = steps**-0.5", "falling = np.maximum(steps, 1e-9) ** -0.5",
    "The steps are counted from 0, so the first update has the rate 0. The first step is 1 (eq. (3)).",
)
