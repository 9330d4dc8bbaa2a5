"""The quality filter of Common Crawl (Appendix A)."""
from __future__ import annotations

import numpy as np


def keep(scores: np.ndarray, alpha: float, rng: np.random.Generator) -> np.ndarray:
    """scores: (documents,). Returns bools (documents,)."""
    lacking = 1.0 - np.asarray(scores)
    draws = rng.pareto(alpha, size=lacking.shape)
    return draws > lacking
