"""The best size by Newton's method on autograd's slope of the loss."""
import math

import torch


def allocate(compute, e, a, b, alpha, beta):
    """compute: FLOPs. Returns parameters, tokens, loss."""
    room = math.log(compute / 6)
    log_n = torch.tensor(room / 2, dtype=torch.float64, requires_grad=True)

    def loss():
        return e + a * torch.exp(-alpha * log_n) + b * torch.exp(-beta * (room - log_n))

    for _ in range(60):
        (slope,) = torch.autograd.grad(loss(), log_n, create_graph=True)
        (bend,) = torch.autograd.grad(slope, log_n)
        with torch.no_grad():
            log_n -= (slope / bend).clamp(-2, 2)
    return {"parameters": log_n.exp(), "tokens": torch.exp(room - log_n), "loss": loss()}
