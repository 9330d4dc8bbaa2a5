"""Well-known wrong adjustments to the batch size."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "ratios-exchanged",
    "1.0 + critical / batch", "1.0 + batch / critical",
    "1.0 + batch / critical", "1.0 + critical / batch",
    "The two ratios are exchanged. A small batch wastes steps, so the steps are divided by 1 + B_crit/B (eq. (5.4)).",
)
wrong(
    "power-alpha",
    "(1.0 / alpha_b)", "alpha_b",
    "The loss has the power α_B. It is 1/α_B (eq. (1.4)).",
)
wrong(
    "grows-with-loss",
    "b_star / loss", "b_star * loss",
    "The critical batch grows with the loss. It grows as the loss falls: late in a training gradients are noisier (eq. (1.4)).",
)
wrong(
    "one-ratio",
    "1.0 + batch / critical", "1.0 + critical / batch",
    "Steps and examples were adjusted alike. What a larger batch saves in steps it wastes in examples (eq. (5.1)).",
)
wrong(
    "steps-times-batch",
    "examples_min = examples / examples_excess", "examples_min = steps_min * batch",
    "The least examples are the least steps times the batch of the training. The two minima belong to different batches; they meet at "
    "B_crit = E_min/S_min (eq. (5.2)).",
)
wrong(
    "compute-by-steps",
    "compute_min = compute / examples_excess", "compute_min = compute / steps_excess",
    "The least compute was adjusted like the steps. Compute is 6N for each token, so it goes with the examples (eq. (5.5)).",
)
wrong(
    "no-six",
    "6.0 * parameters", "parameters",
    "Compute was counted as N for each token. Forward and backward pass cost 6N.",
)
wrong(
    "forward-only",
    "6.0 * parameters", "2.0 * parameters",
    "Compute counts the forward pass alone. With the backward pass it is 6N for each token.",
)
wrong(
    "sequences",
    "examples = batch * steps", "examples = 1024 * batch * steps",
    "The batch was taken as a number of sequences. It is in tokens, and so is B_* (eq. (1.4)).",
)
wrong(
    "at-the-critical-batch",
    "steps_min = steps / steps_excess", "steps_min = 2.0 * steps / steps_excess",
    "examples_min = examples / examples_excess", "examples_min = 2.0 * examples / examples_excess",
    "These are the steps and tokens at the critical batch size. The minima are half of them, at a huge and at a tiny batch (eq. (5.1)).",
)
wrong(
    "no-one",
    "1.0 + critical / batch", "critical / batch",
    "1.0 + batch / critical", "batch / critical",
    "The 1 in front of the ratio is missing. A batch far above the critical one takes the least steps, not fewer (eq. (5.4)).",
)
wrong(
    "capped",
    "1.0 + critical / batch", "max(1.0, critical / batch)",
    "1.0 + batch / critical", "max(1.0, batch / critical)",
    "A sharp corner stands where the batch is critical. The two regimes go over into each other smoothly, with 1 + the ratio (eq. (5.1)).",
)
