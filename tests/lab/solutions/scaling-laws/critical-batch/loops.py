"""The least steps and tokens from eq. (5.1): its unknown is found by halving an interval."""
import math


def adjust(loss, steps, batch, parameters, b_star, alpha_b):
    """Returns critical, steps_min, examples_min, compute, compute_min."""
    critical = b_star * math.exp(-math.log(loss) / alpha_b)
    examples = batch * steps
    # S_min is the unknown, and E_min is critical times it.
    low, high = 0.0, min(steps, examples / critical)
    for _ in range(200):
        middle = (low + high) / 2
        if (steps / middle - 1) * (examples / (critical * middle) - 1) > 1:
            low = middle
        else:
            high = middle
    compute = sum(cost * parameters * examples for cost in (2.0, 4.0))
    return {
        "critical": critical, "steps_min": low, "examples_min": critical * low, "compute": compute,
        "compute_min": 6 * parameters * critical * low,
    }
