"""Well-known wrong losses of the value function."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "minimum",
    "np.maximum(free_square, held_square)", "np.minimum(free_square, held_square)",
    "free_square >= held_square", "free_square <= held_square",
    "The smaller square is taken, by analogy with the policy. These are losses, so the cautious choice is the larger one.",
)
wrong(
    "no-half",
    "0.5 * (weight * larger)", "(weight * larger)",
    "slope = values - returns", "slope = 2.0 * (values - returns)",
    "The factor 1/2 is missing.",
)
wrong(
    "gradient-doubled",
    "slope = values - returns", "slope = 2.0 * (values - returns)",
    "The gradient has a factor 2 too many. The 1/2 of the loss takes it away.",
)
wrong(
    "no-clip",
    "larger = np.maximum(free_square, held_square)", "larger = free_square",
    "free_square >= held_square", "True",
    "The loss is the plain squared error. The larger of the free and the clipped square counts.",
)
wrong(
    "clip-only",
    "larger = np.maximum(free_square, held_square)", "larger = held_square",
    "free_square >= held_square", "np.abs(move) <= epsilon",
    "Only the clipped square counts. Then a value that has moved the wrong way has no gradient and can't come back.",
)
wrong(
    "clip-to-zero",
    "held = values_old + np.clip(move, -epsilon, epsilon)", "held = np.clip(values, -epsilon, epsilon)",
    "The value itself is clipped to ±epsilon. What is clipped is how far it moved from the old one.",
)
wrong(
    "clip-ratio",
    "held = values_old + np.clip(move, -epsilon, epsilon)", "held = values_old * np.clip(values / values_old, 1.0 - epsilon, 1.0 + epsilon)",
    "The ratio to the old value is clipped, as for the policy. For values it is the difference.",
)
wrong(
    "old-value-forgotten",
    "held = values_old + np.clip(move, -epsilon, epsilon)", "held = np.clip(move, -epsilon, epsilon)",
    "The old value is not added again after the difference was clipped.",
)
wrong(
    "gradient-through-clip",
    "free_square >= held_square", "True",
    "The gradient passes through the clip. Where the clipped square is the larger one it does not depend on the value, and the gradient is 0.",
)
wrong(
    "gradient-of-the-held",
    "slope = values - returns", "slope = np.where(active, values - returns, held - returns)",
    "weight * active * slope", "weight * slope",
    "Where the clipped square is the larger one, the gradient is that of the clipped value. That is a constant there, so the gradient is 0.",
)
wrong(
    "unmasked-mean",
    "weight = mask / mask.sum()", "weight = mask / mask.size",
    "The sum over the completions' tokens is divided by the number of all entries. Divide by the number of tokens whose mask is 1.",
)
wrong(
    "mask-forgotten",
    "weight = mask / mask.sum()", "weight = np.full(np.shape(mask), 1.0 / np.size(mask))",
    "Prompt and padding are in the mean. Only tokens whose mask is 1 count.",
)
wrong(
    "gradient-sign",
    "slope = values - returns", "slope = returns - values",
    "The gradient has the wrong sign: it is value minus return.",
)
wrong(
    "gradient-unaveraged",
    "gradient = weight * active * slope", "gradient = mask * active * slope",
    "The loss is a mean, but the gradient is that of the sum. Divide it by the number of tokens.",
)
wrong(
    "squares-after-the-mean",
    "larger = np.maximum(free_square, held_square)", "larger = free_square if (weight * free_square).sum() >= (weight * held_square).sum() else held_square",
    "The larger of the two means is taken. The choice is made for each token.",
)
wrong(
    "minimum-in-the-loss",
    "np.maximum(free_square, held_square)", "np.minimum(free_square, held_square)",
    "The loss takes the smaller square. These are losses, so the cautious choice is the larger one; the gradient is right.",
)
wrong(
    "no-clip-in-the-loss",
    "larger = np.maximum(free_square, held_square)", "larger = free_square",
    "The loss takes the plain square alone. The larger of the free and the clipped square counts; the gradient is right.",
)
wrong(
    "clip-only-in-the-loss",
    "larger = np.maximum(free_square, held_square)", "larger = held_square",
    "The loss takes the clipped square alone. The larger of the free and the clipped square counts; the gradient is right.",
)
wrong(
    "upper-clip-only",
    "np.clip(move, -epsilon, epsilon)", "np.minimum(move, epsilon)",
    "Only moves upward are clipped. A value may not move down by more than epsilon either.",
)
