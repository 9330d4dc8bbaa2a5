"""Well-known wrong starts of an adapter."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "both-random",
    "np.zeros((out, r))", "sigma * rng.normal(size=(out, r))",
    "Both matrices are random, so the first step starts from another model than the pretrained one. B is 0 (Figure 1).",
)
wrong(
    "both-zero",
    "sigma * rng.normal(size=(r, width_in))", "np.zeros((r, width_in))",
    "Both matrices are 0. Then both gradients are 0 too, and nothing ever learns. A is random (Figure 1).",
)
wrong(
    "a-zero-b-random",
    "sigma * rng.normal(size=(r, width_in))", "np.zeros((r, width_in))",
    "np.zeros((out, r))", "sigma * rng.normal(size=(out, r))",
    "A is 0 and B random. The update is 0 as well and the training works, but the paper has it the other way round (Figure 1).",
)
wrong(
    "uniform",
    "sigma * rng.normal(size=(r, width_in))", "sigma * np.sqrt(3.0) * rng.uniform(-1.0, 1.0, size=(r, width_in))",
    "A is drawn uniformly. The released code does that; the paper says Gaussian (Section 4.1).",
)
wrong(
    "variance",
    "sigma * rng.normal", "np.sqrt(sigma) * rng.normal",
    "sigma was taken as the variance. It is the standard deviation.",
)
wrong(
    "by-rank",
    "sigma * rng.normal", "sigma / r * rng.normal",
    "The deviation was divided by the rank. Here it is sigma.",
)
wrong(
    "by-width",
    "sigma * rng.normal", "sigma / np.sqrt(width_in) * rng.normal",
    "The deviation was divided by the root of the inputs. Here it is sigma.",
)
wrong(
    "same-rows",
    "rng.normal(size=(r, width_in))", "np.tile(rng.normal(size=(1, width_in)), (r, 1))",
    "All rows of A are the same. Then the update has rank 1, and its rows get the same gradient for ever.",
)
wrong(
    "own-generator",
    "rng.normal(size=(r, width_in))", "np.random.default_rng(0).normal(size=(r, width_in))",
    "The numbers come from a generator with a fixed seed, the same for every layer. Draw from rng.",
)
wrong(
    "shapes-exchanged",
    "rng.normal(size=(r, width_in))", "rng.normal(size=(width_in, r))",
    "np.zeros((out, r))", "np.zeros((r, out))",
    "The shapes are transposed. A is (r, in) and B is (out, r), so that B A is (out, in).",
)
wrong(
    "cut-off",
    "rng.normal(size=(r, width_in))", "np.clip(rng.normal(size=(r, width_in)), -2.0, 2.0)",
    "The numbers of A are cut off at two deviations. A Gaussian distribution goes on (Section 4.1).",
)
wrong(
    "orthogonal-rows",
    "sigma * rng.normal(size=(r, width_in))", "sigma * np.sqrt(width_in) * np.linalg.qr(rng.normal(size=(width_in, r)))[0].T",
    "The rows of A stand at right angles to each other. Here all numbers are drawn independently.",
)
wrong(
    "mean-for-zero",
    "sigma * rng.normal(size=(r, width_in))", "rng.normal(sigma, 1.0, size=(r, width_in))",
    "sigma was given to `rng.normal` as the mean, its first argument. It is the deviation, and the mean is 0.",
)
wrong(
    "uniform-to-sigma",
    "sigma * rng.normal(size=(r, width_in))", "rng.uniform(-sigma, sigma, size=(r, width_in))",
    "A is drawn uniformly between -sigma and sigma. It is Gaussian with the deviation sigma (Section 4.1).",
)
