"""Well-known wrong ways to share out compute between size and data."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "exponents-exchanged",
    "product ** (beta / (alpha + beta))", "product ** (alpha / (alpha + beta))",
    "The size grows with the power α/(α+β). It is β/(α+β): the faster the size's term falls, the less size is needed (eq. (4)).",
)
wrong(
    "twenty-tokens",
    "g * product ** (beta / (alpha + beta))", "(product / 20.0) ** 0.5",
    "Each parameter got 20 tokens. That holds for some constants at some compute; here the constants decide.",
)
wrong(
    "kaplan",
    "g * product ** (beta / (alpha + beta))", "1.3e9 * (compute / 8.64e19) ** 0.73",
    "The size is that of Kaplan et al., C to the power 0.73. This exercise minimizes the loss of Hoffmann et al.",
)
wrong(
    "equal-split",
    "g * product ** (beta / (alpha + beta))", "product ** 0.5",
    "Size and tokens are the same number. That is right only where both terms have the same constants.",
)
wrong(
    "no-six",
    "compute / 6.0", "compute",
    "The compute was taken as N · D. Each parameter and token costs 6 FLOPs.",
)
wrong(
    "no-root",
    "ratio ** (1.0 / (alpha + beta))", "ratio",
    "G lacks its root. Setting the derivative to 0 gives N^(α+β), so the whole is taken to the power 1/(α+β) (eq. (4)).",
)
wrong(
    "g-upside-down",
    "(alpha * a) / (beta * b)", "(beta * b) / (alpha * a)",
    "The ratio in G stands upside down: it is α·a over β·b (eq. (4)).",
)
wrong(
    "no-exponents-in-g",
    "(alpha * a) / (beta * b)", "a / b",
    "The two terms of the loss were set equal. Their derivatives are, and those bring α and β in front.",
)
wrong(
    "g-for-both",
    "tokens = product / parameters", "tokens = g * product ** (alpha / (alpha + beta))",
    "The tokens have the factor G as well. They have 1/G, so that 6 N D is the compute (eq. (4)).",
)
wrong(
    "no-floor",
    "loss = e + a", "loss = a",
    "The loss lacks e, the part that no model and no data can lower.",
)
wrong(
    "scaled-floor",
    "loss = e + a / parameters**alpha + b / tokens**beta", "loss = e * (1.0 + a / parameters**alpha + b / tokens**beta)",
    "e was taken as a factor. It is a term of its own.",
)
wrong(
    "constants-under-the-power",
    "a / parameters**alpha + b / tokens**beta", "(a / parameters) ** alpha + (b / tokens) ** beta",
    "a and b stand under the powers, as N_c and D_c do in Kaplan's law. Here only N and D do.",
)
