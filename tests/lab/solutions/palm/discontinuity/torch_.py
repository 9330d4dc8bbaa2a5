"""Discontinuous improvements by solving for each task's line in PyTorch."""
import torch


def discontinuity(parameters, scores):
    """parameters: (3,); scores: (tasks, 3). Returns tensors (tasks,)."""
    x, scores = torch.as_tensor(parameters, dtype=torch.float64).log(), torch.as_tensor(scores, dtype=torch.float64)
    table = torch.stack([torch.ones(3, dtype=torch.float64), x], dim=1)
    lines = torch.linalg.solve(table[:2], scores[:, :2].T)
    predicted = table[2] @ lines
    excess = scores[:, 2] - predicted
    return {"predicted": predicted, "excess": excess, "flag": excess > 10}
