"""Fresh inputs and laws for batch normalization."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


def inputs(rng, shape, training, momentum=0.1, epsilon=1e-5, scale=2.0):
    """Feature maps of the given shape (batch, channels, height, width), whose images and pixels differ in level."""
    batch, channels, height, width = shape
    level = rng.normal(size=(batch, channels, 1, 1)) + rng.normal(size=(1, channels, height, width))
    return {
        "x": scale * (rng.normal(size=shape) + level),
        "gain": rng.uniform(0.5, 2.0, size=channels) * rng.choice([-1.0, 1.0], size=channels),
        "bias": rng.normal(size=channels),
        "running_mean": rng.normal(size=channels),
        "running_variance": rng.uniform(0.3, 3.0, size=channels),
        "training": training,
        "momentum": momentum,
        "epsilon": epsilon,
    }


def cases(rng):
    """Yields (label, arguments): x (batch, channels, height, width), four vectors (channels,), training."""
    yield "training, four images, three channels", inputs(rng, (4, 3, 5, 5), True)
    yield "evaluation, four images, three channels", inputs(rng, (4, 3, 5, 5), False)
    yield "training, two images, momentum 0.3", inputs(rng, (2, 4, 2, 3), True, momentum=0.3)
    yield "training, a large epsilon", inputs(rng, (3, 2, 4, 3), True, epsilon=0.1, scale=0.5)
    yield "evaluation, a single image, a large epsilon", inputs(rng, (1, 5, 3, 3), False, epsilon=0.1)
    yield "training, one pixel per image", inputs(rng, (5, 3, 1, 1), True, momentum=0.01)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: the arguments above -> (y, mean, variance)."""
    given = inputs(rng, (4, 3, 5, 4), True)
    x, mean, variance = given["x"], given["running_mean"], given["running_variance"]
    one, zero = np.ones(3), np.zeros(3)

    result = solve(x, one, zero, mean, variance, True)
    if len(result) != 3:
        yield f"{len(result)} values came back; three are wanted: (y, running_mean, running_variance)."
        return
    y, new_mean, new_variance = (np.asarray(part) for part in result)
    for name, got, shape in (("y", y, x.shape), ("running_mean", new_mean, (3,)), ("running_variance", new_variance, (3,))):
        if got.shape != shape:
            yield f"{name} has shape {got.shape}; {shape} is right."
            return

    if not np.allclose(y.mean(axis=(0, 2, 3)), 0, atol=1e-4):
        yield presuming("In training, with gain 1 and bias 0, the mean of a channel over images and pixels is not 0.")
    if not np.allclose(y.std(axis=(0, 2, 3)), 1, atol=1e-3):
        yield presuming("In training, with gain 1 and bias 0, the deviation of a channel over images and pixels is not 1.")

    whole = solve(x, one, zero, mean, variance, True, 1.0)
    if not np.allclose(whole[1], x.mean(axis=(0, 2, 3)), atol=1e-4):
        yield presuming("With momentum 1 the running mean must become the mean of the batch.")
    none = solve(x, one, zero, mean, variance, True, 0.0)
    if not (np.allclose(none[1], mean, atol=1e-5) and np.allclose(none[2], variance, atol=1e-5)):
        yield "With momentum 0 the running averages must stay as they were."

    calm = solve(x, one, zero, mean, variance, False)
    if not (np.allclose(calm[1], mean, atol=1e-6) and np.allclose(calm[2], variance, atol=1e-6)):
        yield "The running averages changed in evaluation: only training updates them."
    alone = np.asarray(solve(x[1:2], one, zero, mean, variance, False)[0])
    if not np.allclose(alone, np.asarray(calm[0])[1:2], atol=1e-5):
        yield "In evaluation the result of image 1 changed when the others left the batch: use the running averages."

    # Many steps on the same batch end where evaluation and training nearly agree.
    last_mean, last_variance = mean, variance
    for _ in range(60):
        _, last_mean, last_variance = solve(x, one, zero, np.asarray(last_mean), np.asarray(last_variance), True, 0.3)
    settled = np.asarray(solve(x, one, zero, np.asarray(last_mean), np.asarray(last_variance), False)[0])
    if not np.allclose(settled, y, atol=0.05):
        yield "After 60 training steps on one batch, evaluation still differs from training: the averages do not settle."

    with np.errstate(all="ignore"):
        flat = np.asarray(solve(np.full((2, 3, 2, 2), 7.0), one, zero + 0.5, mean, variance, True)[0])
    if not np.allclose(flat, 0.5, atol=1e-3):
        yield presuming("A channel whose values are all equal did not give the bias: epsilon must keep the division from 0 by 0.")
