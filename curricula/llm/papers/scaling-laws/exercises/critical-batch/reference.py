"""The critical batch size and what it says about a training (Section 5)."""
from __future__ import annotations


def adjust(
    loss: float, steps: float, batch: float, parameters: float, b_star: float, alpha_b: float
) -> dict[str, float]:
    """batch: in tokens. Returns critical, steps_min, examples_min, compute and compute_min."""
    critical = b_star / loss ** (1.0 / alpha_b)
    examples = batch * steps
    steps_excess = 1.0 + critical / batch
    examples_excess = 1.0 + batch / critical
    steps_min = steps / steps_excess
    examples_min = examples / examples_excess
    compute = 6.0 * parameters * examples
    compute_min = compute / examples_excess
    return {
        "critical": critical,
        "steps_min": steps_min,
        "examples_min": examples_min,
        "compute": compute,
        "compute_min": compute_min,
    }
