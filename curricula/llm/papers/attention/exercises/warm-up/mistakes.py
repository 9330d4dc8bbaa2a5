"""Well-known wrong ways to write the learning rate."""
from __future__ import annotations

import numpy as np
from reference import learning_rate
from study_lab import mistake


@mistake(
    "larger-of-the-two",
    "The larger of the two expressions is taken, so the rate starts high and later grows without end. Equation (3) has the "
    "minimum.",
)
def larger_of_the_two(steps, d_model=512, warmup_steps=4000):
    return d_model**-0.5 * np.maximum(steps**-0.5, steps * warmup_steps**-1.5)


@mistake(
    "no-warm-up",
    "The rate falls from the first step on; the rising line is missing. For the first warmup_steps steps it is step · "
    "warmup_steps^-1.5 (eq. (3)).",
)
def no_warm_up(steps, d_model=512, warmup_steps=4000):
    return d_model**-0.5 * steps**-0.5


@mistake(
    "constant-after-warm-up",
    "The rate stays where it is after the warm-up. From then on it falls with step^-0.5 (eq. (3)).",
)
def constant_after_warm_up(steps, d_model=512, warmup_steps=4000):
    return d_model**-0.5 * np.minimum(warmup_steps**-0.5, steps * warmup_steps**-1.5)


@mistake(
    "warm-up-exponent",
    "The line has the exponent -0.5 for warmup_steps. With -1.5 it meets the inverse root exactly at step = warmup_steps "
    "(eq. (3)).",
)
def warm_up_exponent(steps, d_model=512, warmup_steps=4000):
    return d_model**-0.5 * np.minimum(steps**-0.5, steps * warmup_steps**-0.5)


@mistake(
    "inverse-step",
    "After the warm-up the rate falls with 1 / step. Equation (3) has the inverse root, which falls more slowly.",
)
def inverse_step(steps, d_model=512, warmup_steps=4000):
    falling = np.where(steps > warmup_steps, warmup_steps**0.5 / steps, np.inf)
    return d_model**-0.5 * np.minimum(falling, steps * warmup_steps**-1.5)


@mistake(
    "no-d-model",
    "The factor d_model^-0.5 is missing. Wider models take smaller steps (eq. (3)).",
)
def no_d_model(steps, d_model=512, warmup_steps=4000):
    return learning_rate(steps, 1, warmup_steps)


@mistake(
    "d-model-not-inverted",
    "The rate is multiplied by the root of d_model. The exponent is -0.5: wider models take smaller steps (eq. (3)).",
)
def d_model_not_inverted(steps, d_model=512, warmup_steps=4000):
    return learning_rate(steps, 1 / d_model, warmup_steps)


@mistake(
    "divided-by-d-model",
    "The rate is divided by d_model itself. Equation (3) divides by its root.",
)
def divided_by_d_model(steps, d_model=512, warmup_steps=4000):
    return learning_rate(steps, d_model**2, warmup_steps)


@mistake(
    "peak-of-one",
    "The rate is a share of its peak, from 0 to 1. Equation (3) fixes its size too: the peak is (d_model · "
    "warmup_steps)^-0.5.",
)
def peak_of_one(steps, d_model=512, warmup_steps=4000):
    return np.minimum(np.sqrt(warmup_steps / steps), steps / warmup_steps)


@mistake(
    "counted-from-zero",
    "The steps are counted from 0, so the first update has the rate 0. The first step is 1 (eq. (3)).",
)
def counted_from_zero(steps, d_model=512, warmup_steps=4000):
    earlier = steps - 1
    return d_model**-0.5 * np.minimum(np.maximum(earlier, 1e-9) ** -0.5, earlier * warmup_steps**-1.5)
