"""Well-known wrong readings of the joint law."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "sum-of-losses",
    "(size_term + data_term) ** alpha_d", "size_term**alpha_d + data_term**alpha_d",
    "The losses of size and data were added, as later papers do. Eq. (1.5) adds inside the power.",
)
wrong(
    "ratio-upside-down",
    "(alpha_n / alpha_d)", "(alpha_d / alpha_n)",
    "The exponent of the size is α_D/α_N. It is α_N/α_D: to the power α_D it gives back α_N (eq. (1.5)).",
)
wrong(
    "no-inner-exponent",
    " ** (alpha_n / alpha_d)", " ** 1.0",
    "The ratio N_c/N has no exponent of its own. With infinite data the loss must fall with α_N, so it has α_N/α_D (eq. (1.5)).",
)
wrong(
    "outer-alpha-n",
    "(size_term + data_term) ** alpha_d", "(size_term + data_term) ** alpha_n",
    "The outer power is α_N. It is α_D (eq. (1.5)).",
)
wrong(
    "data-with-exponent",
    'constants["d_c"] / d\n', '(constants["d_c"] / d) ** (alpha_n / alpha_d)\n',
    "D_c/D carries an exponent too. It stands bare, so that the loss has an expansion in 1/D (Section 4.1).",
)
wrong(
    "larger-term",
    "(size_term + data_term) ** alpha_d", "np.maximum(size_term, data_term) ** alpha_d",
    "The larger of the two terms was taken. Eq. (1.5) adds them, so one limit goes over into the other smoothly.",
)
wrong(
    "excess-in-nats",
    "loss / infinite - 1.0", "loss - infinite",
    "The overfitting is a difference of losses. Eq. (4.2) has their ratio minus 1.",
)
wrong(
    "against-infinite-size",
    "infinite = size_term**alpha_d", "infinite = data_term**alpha_d",
    "The loss was compared with that of an infinite model. Overfitting compares with infinite data (eq. (4.2)).",
)
wrong(
    "relative-to-loss",
    "loss / infinite - 1.0", "1.0 - infinite / loss",
    "The difference was divided by the loss itself. Eq. (4.2) divides by the loss with infinite data.",
)
wrong(
    "printed-constants",
    'tokens = constants["d_c"] / (size_term * growth)', "tokens = 5e3 * n**0.74",
    "The tokens are those of eq. (4.4). That is for an excess of 2 % and the constants of Table 2; here both are arguments.",
)
wrong(
    "first-order",
    "(1.0 + excess) ** (1.0 / alpha_d) - 1.0", "excess / alpha_d",
    "The tokens hold for a tiny excess only: the power was replaced by its first order. Take the α_D-th root of 1 + excess.",
)
wrong(
    "excess-without-root",
    "(1.0 + excess) ** (1.0 / alpha_d) - 1.0", "excess",
    "The outer power was forgotten when solving for D. 1 + excess is a power α_D of the bracket, so take its root first.",
)
