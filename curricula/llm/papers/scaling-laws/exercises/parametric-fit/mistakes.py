"""Well-known wrong fits of the loss."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "squared",
    "return delta / np.maximum(np.abs(residual), delta)", "return np.ones_like(residual)",
    "huber = np.where(size <= delta, 0.5 * size**2, delta * (size - 0.5 * delta))", "huber = 0.5 * size**2",
    "The residuals are squared, so one run that went wrong pulls the whole fit off. The Huber loss grows in a line beyond delta (Appendix D.2).",
)
wrong(
    "linear-residuals",
    "residual = predicted - np.log(loss)", "residual = np.exp(predicted) - loss",
    "slopes = np.stack([shares[0], shares[1], shares[2], -shares[0] * log_n, -shares[1] * log_d], axis=1)",
    "slopes = np.exp(predicted)[:, None] * np.stack([shares[0], shares[1], shares[2], -shares[0] * log_n, -shares[1] * log_d], axis=1)",
    "The losses themselves are fitted. It is their logarithms: log L is the log-sum-exp of three terms (Appendix D.2).",
)
wrong(
    "no-constant",
    "log_e + 0.0 * log_n", "-60.0 + 0.0 * log_n",
    "\"e\": np.exp(log_e)", "\"e\": 0.0",
    "The law lacks e, which no model and no data can lower. Without it two power laws are bent to the runs and miss what lies beyond.",
)
wrong(
    "huber-without-offset",
    "delta * (size - 0.5 * delta)", "delta * size",
    "The Huber loss jumps at delta. Beyond it is delta times the residual's size less half of delta, so that both parts meet.",
)
wrong(
    "mean",
    "float(huber.sum())", "float(huber.mean())",
    "The objective is the mean over the runs. It is the sum (Appendix D.2).",
)
wrong(
    "one-exponent",
    "log_b - beta * log_d", "log_b - alpha * log_d",
    "-shares[0] * log_n, -shares[1] * log_d", "-shares[0] * log_n - shares[1] * log_d, 0.0 * log_d",
    "\"beta\": beta", "\"beta\": alpha",
    "Size and data share one exponent. Each has its own, alpha and beta.",
)
wrong(
    "start-alone",
    "range(STEPS)", "range(0)",
    "The start is returned as it came. It is where the search begins; go on until the objective falls no more.",
)
wrong(
    "too-few-steps",
    "range(STEPS)", "range(2)",
    "The search ends after two steps. Go on until the objective falls no more.",
)
wrong(
    "logarithms-returned",
    "\"a\": np.exp(log_a), \"b\": np.exp(log_b)", "\"a\": log_a, \"b\": log_b",
    "The logarithms of a and b are returned. What was fitted are logarithms; the constants are their exponentials.",
)
wrong(
    "sizes-exchanged",
    "terms = np.stack([log_a - alpha * log_n, log_b - beta * log_d", "terms = np.stack([log_a - alpha * log_d, log_b - beta * log_n",
    "-shares[0] * log_n, -shares[1] * log_d", "-shares[0] * log_d, -shares[1] * log_n",
    "a and alpha belong to the tokens, b and beta to the parameters. It is the other way round.",
)
wrong(
    "objective-squared",
    "\"objective\": summed(residual, delta)", "\"objective\": float(0.5 * (residual**2).sum())",
    "The fit is by the Huber loss, and the objective that is returned is half the sum of squares. It is the sum of the Huber losses.",
)
wrong(
    "huber-offset-doubled",
    "delta * (size - 0.5 * delta)", "delta * (size - delta)",
    "Beyond delta the Huber loss is delta times the residual's size less delta. Half of delta comes off, so that both parts meet at delta.",
)
wrong(
    "huber-doubled",
    "0.5 * size**2, delta * (size - 0.5 * delta)", "size**2, delta * (2 * size - delta)",
    "The objective is twice the Huber loss. Within delta that is half the square of the residual (Appendix D.2).",
)
