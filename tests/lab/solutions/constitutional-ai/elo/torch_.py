"""Elo scores in PyTorch: the log likelihood by L-BFGS."""
import math

import torch
import torch.nn.functional as F


def elo(wins):
    """wins: (models, models). Returns a tensor (models,), 0 for the first model."""
    wins = torch.as_tensor(wins, dtype=torch.float64)
    scores = torch.zeros(len(wins), dtype=torch.float64, requires_grad=True)
    search = torch.optim.LBFGS([scores], max_iter=200, tolerance_grad=1e-12, tolerance_change=1e-16, line_search_fn="strong_wolfe")

    def closure():
        search.zero_grad()
        cost = -(wins * F.logsigmoid(scores[:, None] - scores[None, :])).sum() / wins.sum()
        cost.backward()
        return cost

    search.step(closure)
    found = scores.detach()
    return (found - found[0]) * 400 / math.log(10)
