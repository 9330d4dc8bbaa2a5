"""Well-known wrong ways to serve many tasks."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "first-adapter",
    "mine = ids == task", "mine = (ids >= 0) & (task == ids[0])",
    "The whole batch uses the adapter of the first example. Each example has its own.",
)
wrong(
    "all-adapters",
    "mine = ids == task", "mine = np.ones(len(ids), dtype=bool)",
    "Every example gets all updates. It gets the one of its own task.",
)
wrong(
    "minus-one-is-last",
    "mine = ids == task", "mine = ids % len(adapters) == task",
    "An example with -1 uses the last adapter, as Python's index does. It uses none.",
)
wrong(
    "no-adapter-no-output",
    "return output", "return np.where((ids >= 0)[:, None, None], output, 0.0)",
    "An example without an adapter gives 0. It gives what the frozen layer gives.",
)
wrong(
    "ids-from-one",
    "mine = ids == task", "mine = ids == task + 1",
    "The ids count from 1. Here they count from 0.",
)
wrong(
    "one-scale",
    'adapter["alpha"] / adapter["a"].shape[0]', 'adapters[0]["alpha"] / adapters[0]["a"].shape[0]',
    "All updates have the scale of the first adapter. Each has its own α and rank.",
)
wrong(
    "no-scale",
    "scale * update", "update",
    "The updates are not scaled. Each is multiplied by its α/r.",
)
wrong(
    "alpha-only",
    'adapter["alpha"] / adapter["a"].shape[0]', 'adapter["alpha"]',
    "The updates are multiplied by α alone. It is divided by the rank of the adapter.",
)
wrong(
    "mean-of-adapters",
    "np.where(mine[:, None, None], scale * update, 0.0)", "scale * update / len(adapters)",
    "The mean of all updates was merged and serves everybody. Each example gets the one of its own task.",
)
wrong(
    "base-dropped",
    "output = x @ weight.T", "output = np.zeros((*x.shape[:2], len(weight)))",
    "The frozen layer is missing. The updates are added to it.",
)
wrong(
    "weight-transposed",
    "x @ weight.T", "x @ weight",
    "The frozen matrix is used as (in, out). Its rows belong to outputs: x @ weight.T.",
)
