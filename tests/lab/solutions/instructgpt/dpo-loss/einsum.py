"""Direct preference optimization with signs for the four log probabilities."""
import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta):
    """All arrays: (batch,). Returns loss, both gradients (batch,) and accuracy."""
    all_four = np.stack([chosen, rejected, ref_chosen, ref_rejected])
    margin = beta * np.einsum("k,kb->b", np.array([1.0, -1.0, -1.0, 1.0]), all_four)
    loss = np.mean(np.maximum(-margin, 0) + np.log1p(np.exp(-np.abs(margin))))
    pull = beta * 0.5 * (1.0 - np.tanh(0.5 * margin)) / margin.size
    return {"loss": loss, "gradient_chosen": -pull, "gradient_rejected": pull, "accuracy": np.mean(margin > 0)}
