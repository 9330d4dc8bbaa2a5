"""Makes palm.json: attention, losses and blocks from PyTorch's own functions, for the references to be held to.

Usage: python palm.py (writes beside itself; needs torch).
"""
from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F
from frame import drawn, rounded, vector, write

SEED = 220402311


def shared_heads(rng):
    """Attention from torch's multi-head attention, whose key and value weights are repeated for the heads of a group."""
    for label, heads, kv_heads, size in (("one key head", 3, 1, 4), ("two groups", 4, 2, 3), ("ordinary", 2, 2, 4)):
        width, time = heads * size, 5
        x = drawn(rng, 2, time, width)
        wq, wo = drawn(rng, width, width), drawn(rng, width, width)
        wk, wv = drawn(rng, width, kv_heads * size), drawn(rng, width, kv_heads * size)
        module = torch.nn.MultiheadAttention(width, heads, bias=False, batch_first=True).double()
        many = heads // kv_heads
        with torch.no_grad():
            whole = [weight.T.unflatten(0, (kv_heads, size)).repeat_interleave(many, dim=0).flatten(0, 1) for weight in (wk, wv)]
            module.in_proj_weight.copy_(torch.cat([wq.T, *whole]))
            module.out_proj.weight.copy_(wo.T)
            future = torch.ones(time, time, dtype=torch.bool).triu(1)
            expected, _ = module(x, x, x, attn_mask=future, need_weights=False)
        cache = torch.stack([(x @ weight).unflatten(-1, (kv_heads, size)).transpose(1, 2) for weight in (wk, wv)])
        arguments = {"x": x, "wq": wq, "wk": wk, "wv": wv, "wo": wo, "heads": heads, "kv_heads": kv_heads}
        yield vector("multi-query", label, arguments, (expected, cache))


def with_z_loss(rng):
    """Cross-entropy, logsumexp and autograd."""
    for label, coefficient in (("the paper's coefficient", 1e-4), ("a large coefficient", 0.3)):
        logits = (3 * drawn(rng, 4, 6) + 1).detach().requires_grad_()
        targets = torch.from_numpy(rng.integers(0, 6, size=4))
        value = F.cross_entropy(logits, targets) + coefficient * torch.logsumexp(logits, -1).pow(2).mean()
        (gradient,) = torch.autograd.grad(value, logits)
        arguments = {"logits": logits, "targets": targets, "coefficient": coefficient}
        yield vector("z-loss", label, arguments, {"loss": value, "gradient": gradient})


def reported(rng):
    """What Section 4.1 reports of PaLM 540B, to the digits that it gives, from the operations of its matrix products."""
    n, layers, heads, size, context, rate, chips, peak = 540.35e9, 118, 48, 256, 2048, 238300.0, 6144, 275e12
    # Every product of a (rows, inner) with an (inner, columns) matrix is 2 rows inner columns operations.
    scores = sum(2 * 1 * size * context + 2 * 1 * context * size for _ in range(heads)) * layers
    forward = 2 * n + scores
    used = rate / (chips * peak)
    assert round(300 * forward * used, 1) == 46.2 and round(600 * n * used, 1) == 45.7
    arguments = {
        "parameters": n, "layers": layers, "heads": heads, "size": size, "context": context, "tokens_per_second": rate,
        "chips": chips, "peak": peak, "recompute": 0.75,
    }
    expected = {"mfu": 3 * forward * used, "mfu_without_attention": 6 * n * used, "hfu": 3.75 * forward * used}
    yield vector("utilization", "PaLM 540B", arguments, expected)


def parallel_blocks(rng):
    """The block from torch's layer_norm, its multi-head attention core for one head at a time, silu and rotation matrices."""
    for label, heads, size, theta in (("two heads", 2, 4, 10000.0), ("three heads", 3, 2, 50.0)):
        width, inner, time = 6, 8, 4
        shapes = {
            "gain": (width,), "query": (width, heads * size), "key": (width, size), "value": (width, size),
            "output": (heads * size, width), "gate": (width, inner), "up": (width, inner), "down": (inner, width),
        }
        weights = {name: drawn(rng, *shape) for name, shape in shapes.items()}
        x = drawn(rng, 1, time, width)
        h = F.layer_norm(x, (width,), weight=weights["gain"], eps=1e-5)[0]
        turns = []
        for t in range(time):
            # The generator of a rotation in each plane; its exponential is the rotation.
            planes = torch.zeros(size, size, dtype=torch.float64)
            for i in range(size // 2):
                planes[2 * i + 1, 2 * i], planes[2 * i, 2 * i + 1] = 1.0, -1.0
                planes[2 * i : 2 * i + 2] *= t * theta ** (-2 * i / size)
            turns.append(torch.matrix_exp(planes))
        turns = torch.stack(turns)
        keys, values = torch.einsum("tij,tj->ti", turns, h @ weights["key"]), h @ weights["value"]
        results = []
        for columns in weights["query"].split(size, dim=1):
            queries = torch.einsum("tij,tj->ti", turns, h @ columns)
            future = torch.full((time, time), -torch.inf, dtype=torch.float64).triu(1)
            results.append(torch.softmax(queries @ keys.T / size**0.5 + future, dim=-1) @ values)
        attention = torch.cat(results, dim=-1) @ weights["output"]
        mlp = (F.silu(h @ weights["gate"]) * (h @ weights["up"])) @ weights["down"]
        arguments = {"x": x, "weights": weights, "heads": heads, "theta": theta}
        yield vector("parallel-block", label, arguments, x + (attention + mlp)[None])


def jumps(rng):
    """The line through the two smaller models from numpy.polyfit."""
    parameters = np.array([8e9, 62e9, 540e9])
    scores = rounded(rng.uniform(10, 60, size=(6, 3)))
    predicted = np.array([np.polyval(np.polyfit(np.log10(parameters[:2]), row[:2], 1), np.log10(parameters[2])) for row in scores])
    excess = scores[:, 2] - predicted
    expected = {"predicted": predicted, "excess": excess, "flag": excess > 10}
    yield vector("discontinuity", "six tasks", {"parameters": parameters, "scores": scores}, expected)


def optimizer_steps(rng):
    """Steps from torch's Adam: with beta1 = 0 and no bias correction its step is the scaled gradient; the rest is put around it."""
    for label, at in (("the first step", 1), ("step 30", 30), ("step 90,000", 90000)):
        param, grad = drawn(rng, 3, 4), drawn(rng, 3, 4)
        m, v = (0.3 * drawn(rng, 3, 4), drawn(rng, 3, 4).abs()) if at > 1 else (torch.zeros(3, 4).double(), torch.zeros(3, 4).double())
        m, v = (torch.from_numpy(rounded(value)) for value in (m, v))
        rate, beta2 = torch.tensor([1e-2, at**-0.5]).double().min().item(), 1 - at**-0.8
        moving = torch.zeros(3, 4, dtype=torch.float64, requires_grad=True)
        moving.grad = grad.clone()
        adam = torch.optim.Adam([moving], lr=1.0, betas=(0.0, beta2), eps=0.0)
        # A very late step, at which Adam's own correction of the second moment is 1 - beta2^step.
        adam.state[moving] = {"step": torch.tensor(10.0**9), "exp_avg": torch.zeros(3, 4).double(), "exp_avg_sq": v.clone()}
        adam.step()
        second = adam.state[moving]["exp_avg_sq"]
        first = 0.9 * m + 0.1 * -moving.detach()
        moved = torch.optim.SGD([param.clone().requires_grad_()], lr=rate, weight_decay=rate)
        (held,) = moved.param_groups[0]["params"]
        held.grad = first * max(1e-3, torch.linalg.norm(param).item() / param.numel() ** 0.5)
        moved.step()
        arguments = {"param": param, "grad": grad, "m": m, "v": v, "at": at}
        yield vector("adafactor-step", label, arguments, {"param": held, "m": first, "v": second, "rate": rate})


MAKERS = (shared_heads, with_z_loss, reported, parallel_blocks, jumps, optimizer_steps)


def main():
    versions = {"torch": torch.__version__.split("+")[0], "numpy": np.__version__}
    write(__file__, SEED, MAKERS, versions)


if __name__ == "__main__":
    main()
