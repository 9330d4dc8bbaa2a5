"""Well-known wrong fits of a power law."""
from __future__ import annotations

import numpy as np
from reference import fit

from study_lab import mistake, wrong


@mistake(
    "fits-the-loss",
    "The sum of squares is of the losses themselves. Here it is of their logarithms, so that the same relative error weighs the same "
    "at small and large models.",
)
def fits_the_loss(x, loss, at):
    found = fit(x, loss, at)
    guess = np.array([found["exponent"], np.log(found["scale"])])
    logs = np.log(np.asarray(x, dtype=np.float64))
    for _ in range(50):  # Gauss-Newton from the fit of the logarithms
        values = np.exp(guess[0] * (guess[1] - logs))
        slopes = np.stack([values * (guess[1] - logs), values * guess[0]], axis=-1)
        guess = guess + np.linalg.lstsq(slopes, loss - values, rcond=None)[0]
    exponent, scale = guess[0], np.exp(guess[1])
    return {"exponent": exponent, "scale": scale, "prediction": (scale / at) ** exponent}


wrong(
    "negative-exponent",
    "exponent = -slope", "exponent = slope",
    "The exponent is the slope of the line. The law divides by x, so the exponent is minus the slope (eq. (1.1)).",
)
wrong(
    "mixed-logarithms",
    "np.log(x)", "np.log10(x)",
    "np.log(loss)", "np.log10(loss)",
    "The line was fitted to logarithms of base 10 and turned back with e. Slopes agree in every base; the scale does not.",
)
wrong(
    "only-x-logarithmic",
    "np.log(loss)", "loss",
    "Only x was taken as a logarithm. A power law is a straight line where both are (Figure 1).",
)
wrong(
    "intercept-as-scale",
    "np.exp(intercept / exponent)", "np.exp(intercept)",
    "(scale / at) ** exponent", "scale * at ** -exponent",
    "The scale is e to the intercept, the factor in front of a power. In eq. (1.1) it stands inside the power: take its 1/α-th power.",
)
wrong(
    "ratio-upside-down",
    "(scale / at) ** exponent", "(at / scale) ** exponent",
    "The predictions grow with x. The ratio is scale over x.",
)
wrong(
    "end-points",
    "(away_x * away_loss).sum() / (away_x**2).sum()", "(log_loss[-1] - log_loss[0]) / (log_x[-1] - log_x[0])",
    "log_loss.mean() - slope * log_x.mean()", "log_loss[0] - slope * log_x[0]",
    "The line goes through the first and the last point. All points count.",
)
wrong(
    "no-intercept",
    "(away_x * away_loss).sum() / (away_x**2).sum()", "(log_x * log_loss).sum() / (log_x**2).sum()",
    "log_loss.mean() - slope * log_x.mean()", "0.0",
    "The line goes through the origin. It needs an intercept: in a least-squares routine that is a column of ones.",
)
wrong(
    "x-on-loss",
    "(away_x * away_loss).sum() / (away_x**2).sum()", "(away_loss**2).sum() / (away_x * away_loss).sum()",
    "The size was fitted to the loss. With noise that is another line; the error is in the loss.",
)
wrong(
    "covariance-and-variance",
    "(away_x**2).sum()", "((away_x**2).sum() * (len(x) - 1) / len(x))",
    "The covariance was divided by n - 1 and the variance by n (np.cov and np.var do that). The slope is too steep by n / (n - 1).",
)
wrong(
    "through-the-last-point",
    "log_loss.mean() - slope * log_x.mean()", "log_loss[-1] - slope * log_x[-1]",
    "The line has the right slope but goes through the last point. It goes through the mean of all points.",
)
wrong(
    "mean-before-logarithm",
    "log_loss.mean() - slope * log_x.mean()", "np.log(loss.mean()) - slope * np.log(x.mean())",
    "The means were taken before the logarithm. The mean of the logarithms is smaller than the logarithm of the mean.",
)
wrong(
    "absolute-exponent",
    "exponent = -slope", "exponent = abs(slope)",
    "The exponent is the size of the slope. It is minus the slope, and so below 0 where the loss rises.",
)
wrong(
    "weighted-by-the-loss",
    "    away_x = log_x - log_x.mean()\n    away_loss = log_loss - log_loss.mean()\n",
    "    weight = loss / loss.mean()\n    away_x = np.sqrt(weight) * (log_x - np.average(log_x, weights=weight))\n"
    "    away_loss = np.sqrt(weight) * (log_loss - np.average(log_loss, weights=weight))\n",
    "log_loss.mean() - slope * log_x.mean()", "np.average(log_loss, weights=weight) - slope * np.average(log_x, weights=weight)",
    "The points weigh by their loss. In the sum of squares of the logarithms each counts the same.",
)
wrong(
    "slope-of-neighbours",
    "(away_x * away_loss).sum() / (away_x**2).sum()", "np.mean(np.diff(log_loss) / np.diff(log_x))",
    "The slope is the mean of the slopes from point to point. Least squares weighs all points together.",
)
