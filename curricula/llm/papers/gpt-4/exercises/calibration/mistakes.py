"""Well-known wrong calibrations."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "unweighted",
    "weight = count / len(confidence)", "weight = 1.0 / (count > 0).sum()",
    "The error is the plain mean over the bins. Each bin counts by its share of the answers, n_i / n.",
)
wrong(
    "empty-bins-in-the-mean",
    "weight = count / len(confidence)", "weight = 1.0 / bins",
    "The error is the sum over the bins, divided by their number. Each bin counts by its share of the answers, n_i / n.",
)
wrong(
    "maximum",
    "np.where(empty, 0.0, weight * gap).sum()", "np.where(empty, 0.0, gap).max()",
    "The error is that of the worst bin. The expected calibration error is the mean over the bins, weighted by their share of the answers.",
)
wrong(
    "squared",
    "gap = np.abs(accuracy - mean_confidence)", "gap = (accuracy - mean_confidence) ** 2",
    "The differences are squared. The expected calibration error takes their size.",
)
wrong(
    "root-mean-square",
    "np.where(empty, 0.0, weight * gap).sum()", "np.sqrt(np.where(empty, 0.0, weight * gap**2).sum())",
    "The error is the root of the mean square. The expected calibration error is the mean of the differences' sizes.",
)
wrong(
    "signed",
    "gap = np.abs(accuracy - mean_confidence)", "gap = accuracy - mean_confidence",
    "The differences keep their signs, so that bins with too much and too little confidence cancel. Take the size of each.",
)
wrong(
    "signs-at-the-end",
    "gap = np.abs(accuracy - mean_confidence)", "gap = accuracy - mean_confidence",
    "np.where(empty, 0.0, weight * gap).sum()", "abs(np.where(empty, 0.0, weight * gap).sum())",
    "The differences are added before their size is taken, so that bins cancel. Take the size of each bin's difference.",
)
wrong(
    "bin-centre",
    "(member * confidence).sum(axis=1) / size", "np.where(empty, np.nan, (np.arange(bins) + 0.5) / bins)",
    "The centre of the bin stands for its confidence. Take the mean of the confidences in it.",
)
wrong(
    "lost-edge",
    "index = np.minimum(place, bins - 1)", "index = place",
    "A confidence of 1 falls out of the last bin. The last bin holds it.",
)
wrong(
    "one-bin-late",
    "np.floor(confidence * bins)", "np.round(confidence * bins)",
    "The bins are shifted by half of their width, since the product is rounded. Bin i begins at i/m: take the whole part.",
)
wrong(
    "equal-mass",
    "place = np.floor(confidence * bins).astype(int)", "place = confidence.argsort().argsort() * bins // len(confidence)",
    "The bins hold equally many answers. Here they have equal widths on 0 to 1.",
)
wrong(
    "bins-of-the-range",
    "place = np.floor(confidence * bins).astype(int)", "place = np.floor((confidence - confidence.min()) / max(np.ptp(confidence), 1e-9) * bins).astype(int)",
    "The bins divide the range of the confidences that occur. They divide 0 to 1.",
)
wrong(
    "empty-is-zero",
    "size = np.where(empty, np.nan, count)", "size = np.maximum(count, 1)",
    "Empty bins have a mean of 0. They have none: NaN.",
)
wrong(
    "shares-of-all",
    "size = np.where(empty, np.nan, count)", "size = np.where(empty, np.nan, len(confidence))",
    "The sums of a bin are divided by the number of all answers. Its means are over the answers in it.",
)
wrong(
    "wrong-answers",
    "(member * correct)", "(member * (1 - np.asarray(correct)))",
    "The accuracy is the share of wrong answers. It is that of right ones.",
)
wrong(
    "counts-right-ones",
    "\"count\": count", "\"count\": (member * correct).sum(axis=1)",
    "The counts are those of the right answers. They are those of all answers in a bin.",
)
wrong(
    "upper-edge",
    "np.floor(confidence * bins).astype(int)", "np.maximum(np.ceil(confidence * bins).astype(int) - 1, 0)",
    "A confidence on an edge is put into the bin below it. Bin i holds those from i/m to below (i+1)/m.",
)
wrong(
    "one-in-the-first-bin",
    "np.minimum(place, bins - 1)", "place % bins",
    "A confidence of 1 goes into the first bin. The last one holds it.",
)
wrong(
    "columns-exchanged",
    "\"mean_confidence\": mean_confidence, \"accuracy\": accuracy", "\"mean_confidence\": accuracy, \"accuracy\": mean_confidence",
    "The accuracies and the mean confidences are exchanged.",
)
