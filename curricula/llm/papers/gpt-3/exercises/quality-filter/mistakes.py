"""Well-known wrong filters."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "threshold",
    "draws > lacking", "lacking < 0.5",
    "Documents with a score above 0.5 are kept. The filter is a chance for each document (Appendix A).",
)
wrong(
    "classical-pareto",
    "rng.pareto(alpha, size=lacking.shape)", "1.0 + rng.pareto(alpha, size=lacking.shape)",
    "The draws start at 1, as in the classical Pareto distribution, so everything is kept. NumPy's pareto starts at 0.",
)
wrong(
    "against-the-score",
    "draws > lacking", "draws > 1.0 - lacking",
    "The draw is compared with the score itself, so bad documents are kept. It is compared with 1 - score.",
)
wrong(
    "below",
    "draws > lacking", "draws < lacking",
    "A document is kept if the draw is below 1 - score, so bad ones are. It must be above.",
)
wrong(
    "one-draw",
    "rng.pareto(alpha, size=lacking.shape)", "rng.pareto(alpha)",
    "One number was drawn for all documents. Each has its own.",
)
wrong(
    "uniform",
    "rng.pareto(alpha, size=lacking.shape)", "rng.random(lacking.shape)",
    "The draws are uniform, so the score is the probability: 0.5 is kept half of the time. They are Pareto distributed, with most of them "
    "near 0.",
)
wrong(
    "inverse-alpha",
    "rng.pareto(alpha", "rng.pareto(1.0 / alpha",
    "The parameter is 1/α. The larger α is, the smaller are the draws.",
)
wrong(
    "exponential",
    "rng.pareto(alpha, size=lacking.shape)", "rng.exponential(1.0 / alpha, size=lacking.shape)",
    "The draws are exponential. They look alike near 0, but a Pareto distribution has the longer tail, through which bad documents get in.",
)
wrong(
    "fixed-alpha",
    "rng.pareto(alpha", "rng.pareto(9",
    "α is 9 whatever the argument says.",
)
wrong(
    "alpha-plus-one",
    "rng.pareto(alpha", "rng.pareto(alpha + 1",
    "The exponent is α + 1. That one stands in the density; a draw is above x with probability (1 + x)^-α, which `pareto(α)` gives.",
)
wrong(
    "power-of-the-score",
    "draws > lacking", "rng.random(lacking.shape) < (1.0 - lacking) ** alpha",
    "A document is kept with the probability score^α, as with draws of 1 - u^(1/α) for a uniform u. A Pareto draw, u^(-1/α) - 1 by hand, is "
    "above 1 - score with probability (2 - score)^-α.",
)

wrong(
    "threshold-and-draw",
    "draws > lacking", "(lacking <= 0.1) & (draws > lacking)",
    "Documents with a low score have no chance. The draw alone decides, so some unlikely documents get in (Appendix A).",
)
wrong(
    "sorted-draws",
    "rng.pareto(alpha, size=lacking.shape)", "np.sort(rng.pareto(alpha, size=lacking.shape))",
    "The draws were sorted, so that they depend on the place in the list. Each document has a draw of its own, in any order.",
)
