"""Well-known wrong ways to share out compute."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "fixed-batch",
    "1.0 / alpha_s + 1.0 / alpha_b)", "1.0 / alpha_s)",
    'constants["b_star"] * loss ** (-1.0 / alpha_b)', 'constants["b_star"]',
    "The batch is B_* whatever the loss. It is the critical batch of the loss, so it grows with the compute (eq. (1.4)).",
)
wrong(
    "exponent-without-batch",
    "1.0 / alpha_s + 1.0 / alpha_b)", "1.0 / alpha_s)",
    "The exponent of the loss leaves out α_B. The batch depends on the loss too, so 1/α_B is one of the three that add up (Appendix B).",
)
wrong(
    "trained-to-the-end",
    'constants["n_c"] * size_term ** (-1.0 / alpha_n)', 'constants["n_c"] * loss ** (-1.0 / alpha_n)',
    "The size is that of a model which reaches the loss when it is fully trained. The best one is larger and stops about 10 % above its "
    "own limit (Appendix B).",
)
wrong(
    "no-six",
    "6.0 * constants", "constants",
    "The compute was taken as N B S. Each parameter and token costs 6 FLOPs.",
)
wrong(
    "petaflop-days",
    "(compute_c / compute)", "(compute_c / (compute / 8.64e19))",
    "The compute was turned into petaflop/s-days, but the constants make FLOPs. Use one unit for both.",
)
wrong(
    "equal-split",
    'constants["n_c"] * size_term ** (-1.0 / alpha_n)', "(compute / 6.0) ** 0.5",
    "tokens = batch * steps", "tokens = (compute / 6.0) ** 0.5",
    "Size and tokens got equal shares of the compute, each its root. Here most of it goes into the size, about C^0.7 (Appendix B).",
)
wrong(
    "slack-upside-down",
    "alpha_n / alpha_s", "alpha_s / alpha_n",
    "The ratio of the two terms stands upside down. The steps' term is α_N/α_S of the size's, the smaller one.",
)
wrong(
    "equal-terms",
    "alpha_n / alpha_s", "1.0",
    "Size and steps got equal shares of the loss. The shares are as α_S to α_N at the minimum (Appendix B).",
)
wrong(
    "size-term-only",
    '"loss": loss', '"loss": size_term',
    "The loss is that of endless training. The steps' term comes on top of it (eq. (1.6)).",
)
wrong(
    "steps-share-of-size",
    "slack * loss / (1.0 + slack)", "slack * loss",
    "The steps' term is α_N/α_S of the whole loss. It is that of the size's term, so both together are the loss.",
)
wrong(
    "printed-powers",
    'constants["n_c"] * size_term ** (-1.0 / alpha_n)', "1.3e9 * (compute / 8.64e19) ** 0.73",
    "The size is the power law that the paper prints for its own constants. Here the constants are arguments.",
)
wrong(
    "tokens-are-steps",
    "tokens = batch * steps", "tokens = 1024 * steps",
    "The tokens count one sequence for each step. Each step takes a batch, and B is in tokens.",
)
