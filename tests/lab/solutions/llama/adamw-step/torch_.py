"""A step of torch.optim.AdamW behind clip_grad_norm_, float64 where moments are small squares."""
import math

import torch


def adamw_step(params, grads, m, v, at, peak, warmup, total):
    """Returns params, m, v and rate."""
    rate = peak * at / warmup if at < warmup else peak * (0.55 + 0.45 * math.cos(math.pi * (at - warmup) / (total - warmup)))
    leaves = [torch.nn.Parameter(torch.tensor(one)) for one in params]
    for leaf, grad in zip(leaves, grads):
        leaf.grad = torch.tensor(grad)
    torch.nn.utils.clip_grad_norm_(leaves, 1.0)
    optimizer = torch.optim.AdamW(leaves, lr=rate, betas=(0.9, 0.95), eps=1e-8, weight_decay=0.1)
    for leaf, first, second in zip(leaves, m, v):
        optimizer.state[leaf] = {
            "step": torch.tensor(float(at - 1)), "exp_avg": torch.tensor(first), "exp_avg_sq": torch.tensor(second),
        }
    optimizer.step()
    states = [optimizer.state[leaf] for leaf in leaves]
    return {"params": leaves, "m": [one["exp_avg"] for one in states], "v": [one["exp_avg_sq"] for one in states], "rate": rate}
