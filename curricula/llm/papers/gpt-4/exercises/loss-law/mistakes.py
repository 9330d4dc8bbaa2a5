"""Well-known wrong predictions of the loss."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "no-constant",
    "b = best_exponent(compute, loss)", "b, height = np.polyfit(np.log(compute), np.log(loss), 1)",
    "a, c = line(compute**b, loss)", "a, c = np.exp(height), 0.0",
    "The law has no constant: a straight line in logarithms. The part of the loss that no compute removes, c, is missing, and the "
    "prediction is too low (Section 3.1).",
)
wrong(
    "smallest-loss-as-c",
    "b = best_exponent(compute, loss)", "c = loss.min()\n    b, height = np.polyfit(np.log(compute[loss > c]), np.log(loss[loss > c] - c), 1)",
    "a, c = line(compute**b, loss)", "a = np.exp(height)",
    "The smallest loss so far is taken for c. The runs are far from the end, and c is below all of them: fit it together with a and b.",
)
wrong(
    "guessed-c",
    "b = best_exponent(compute, loss)", "c = 0.9 * loss.min()\n    b, height = np.polyfit(np.log(compute), np.log(loss - c), 1)",
    "a, c = line(compute**b, loss)", "a = np.exp(height)",
    "c is guessed from the smallest loss. It is fitted together with a and b.",
)
wrong(
    "last-two-runs",
    "prediction = a + c", "last = np.argsort(compute)[-2:]\n    prediction = np.polyval(np.polyfit(np.log(compute[last]), loss[last], 1), 0.0)",
    "The prediction carries on a line in log C through the two largest runs. The law bends: use a C^b + c.",
)
wrong(
    "line-in-log-c",
    "prediction = a + c", "prediction = np.polyval(np.polyfit(np.log(compute), loss, 1), 0.0)",
    "The prediction carries on a line in log C through all runs. The law bends: use a C^b + c.",
)
wrong(
    "fixed-exponent",
    "b = best_exponent(compute, loss)", "b = -0.05",
    "The exponent is fixed, at about the value of the scaling laws paper. It is fitted together with a and c.",
)
wrong(
    "positive-b",
    "\"b\": float(b)", "\"b\": float(-b)",
    "b is returned without its sign. The law is a C^b, so b is below 0.",
)
wrong(
    "at-the-largest-run",
    "prediction = a + c", "prediction = a * compute.max() ** b + c",
    "The prediction is that for the largest run of the data. It is asked for at compute 1.",
)
wrong(
    "prediction-without-c",
    "prediction = a + c", "prediction = a",
    "The prediction lacks the constant: at compute 1 it is a + c.",
)
wrong(
    "prediction-is-c",
    "prediction = a + c", "prediction = c",
    "The prediction is c, the loss with unlimited compute. At compute 1 it is a + c.",
)
wrong(
    "own-units",
    "compute, loss = np.asarray(compute, dtype=np.float64)", "compute, loss = np.asarray(compute / np.max(compute), dtype=np.float64)",
    "Compute is divided by that of the largest run of the data. It is already in units of the run to be predicted.",
)
wrong(
    "a-and-c-exchanged",
    "a, c = line(compute**b, loss)", "c, a = line(compute**b, loss)",
    "a and c are exchanged. a multiplies the power, and c is the constant.",
)
wrong(
    "fitted-to-logarithms-of-compute",
    "best_exponent(compute, loss)", "best_exponent(compute, np.log(loss))",
    "The exponent is that of the loss's logarithm. The law is one of the loss itself.",
)
wrong(
    "squares-of-logarithms",
    "off = slope[:, None] * powers + height[:, None] - loss", "off = np.log(np.maximum(slope[:, None] * powers + height[:, None], 1e-9)) - np.log(loss)",
    "The differences of the logarithms are squared. Here those of the losses are.",
)
wrong(
    "one-grid",
    "for _ in range(14)", "for _ in range(1)",
    "The exponent is one of a coarse grid. Look again between the neighbors of the best one.",
)
