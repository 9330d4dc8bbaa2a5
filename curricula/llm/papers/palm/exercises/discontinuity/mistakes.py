"""Well-known wrong tests of a discontinuity."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "linear-size",
    "sizes = np.log(parameters)", "sizes = np.asarray(parameters, dtype=np.float64)",
    "The line is drawn over the size itself. Section 6.2 draws it over the logarithm of the size.",
)
wrong(
    "equal-steps",
    "sizes = np.log(parameters)", "sizes = np.arange(3.0)",
    "The sizes are taken as equally far apart. The distances are those of their logarithms.",
)
wrong(
    "fits-all-three",
    "predicted = second + slope * (sizes[2] - sizes[1])", "predicted = np.array([np.polyval(np.polyfit(sizes, row, 1), sizes[2]) for row in np.asarray(scores)])",
    "The line is fitted to all three models. The largest one is to be predicted, so the line goes through the two smaller ones.",
)
wrong(
    "last-score-stays",
    "predicted = second + slope * (sizes[2] - sizes[1])", "predicted = second",
    "The score of the middle model is what is expected. The line through the two smaller models goes on rising.",
)
wrong(
    "line-from-the-first",
    "predicted = second + slope * (sizes[2] - sizes[1])", "predicted = first + slope * (sizes[2] - sizes[1])",
    "The line is carried on from the smallest model by the last step. Begin at the middle one, or take both steps.",
)
wrong(
    "log-scores",
    "first, second, third = np.asarray(scores, dtype=np.float64).T", "first, second, third = np.log(np.asarray(scores, dtype=np.float64).T)",
    "predicted = second + slope * (sizes[2] - sizes[1])", "predicted = np.exp(second + slope * (sizes[2] - sizes[1]))",
    "excess = third - predicted", "excess = np.exp(third) - predicted",
    "The scores are put on a logarithmic scale too. Only the size is.",
)
wrong(
    "clipped",
    "predicted = second + slope * (sizes[2] - sizes[1])", "predicted = np.clip(second + slope * (sizes[2] - sizes[1]), 0.0, 100.0)",
    "The prediction is kept between 0 and 100. In this exercise it is what the line gives.",
)
wrong(
    "excess-sign",
    "excess = third - predicted", "excess = predicted - third",
    "The excess is the prediction minus the score. It is the score minus the prediction.",
)
wrong(
    "excess-over-the-middle",
    "excess = third - predicted", "excess = third - second",
    "The excess is the gain over the middle model. It is what the score has more than the line promises.",
)
wrong(
    "relative-excess",
    "excess = third - predicted", "excess = 100.0 * (third - predicted) / np.abs(predicted)",
    "The excess is in percent of the prediction. It is in points: the plain difference.",
)
wrong(
    "both-directions",
    "flag = excess > 10.0", "flag = np.abs(excess) > 10.0",
    "Scores far below the line are flagged too. An improvement is one above it.",
)
wrong(
    "relative-flag",
    "flag = excess > 10.0", "flag = excess > 0.1 * predicted",
    "The flag asks for 10 percent of the prediction. It asks for 10 points.",
)
wrong(
    "any-excess",
    "flag = excess > 10.0", "flag = excess > 0.0",
    "Every score above the line is flagged. It must be more than 10 points above.",
)
wrong(
    "cut-at-100",
    "predicted = second + slope * (sizes[2] - sizes[1])", "predicted = np.minimum(second + slope * (sizes[2] - sizes[1]), 100.0)",
    "Promises above 100 are cut off. The line counts, whatever number comes out.",
)
wrong(
    "never-falling",
    "predicted = second + slope * (sizes[2] - sizes[1])", "predicted = second + np.maximum(slope, 0.0) * (sizes[2] - sizes[1])",
    "A falling line is taken as level. The line counts, whatever number comes out.",
)
