"""The adjustments as float32 tensors."""
import torch


def adjust(loss, steps, batch, parameters, b_star, alpha_b):
    """Returns critical, steps_min, examples_min, compute, compute_min."""
    loss, steps, batch, parameters, b_star, alpha_b = (
        torch.tensor(value, dtype=torch.float32) for value in (loss, steps, batch, parameters, b_star, alpha_b)
    )
    critical = b_star / loss.pow(1 / alpha_b)
    compute = 6 * parameters * batch * steps
    share = critical / (critical + batch)
    return {
        "critical": critical, "steps_min": steps * (1 - share), "examples_min": batch * steps * share,
        "compute": compute, "compute_min": compute * share,
    }
