"""The adjustments as NumPy scalars, in another order: S_min = E / (B + B_crit)."""
import numpy as np


def adjust(loss, steps, batch, parameters, b_star, alpha_b):
    """Returns critical, steps_min, examples_min, compute, compute_min."""
    critical = b_star * np.float64(loss) ** -(1 / alpha_b)
    examples = np.float64(batch) * steps
    least = examples / (batch + critical) * np.array([1.0, critical])
    compute = np.prod([6.0, parameters, examples])
    return {
        "critical": critical, "steps_min": least[0], "examples_min": least[1], "compute": compute,
        "compute_min": 6.0 * parameters * least[1],
    }
