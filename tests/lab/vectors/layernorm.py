"""Makes layernorm.json: vectors for LayerNorm's exercises from PyTorch's own functions in float64, at a fixed seed.

forward: F.layer_norm. backward: automatic differentiation of F.layer_norm. batch-and-layer: F.batch_norm in training over
every pair of time step and unit, F.layer_norm, and PyTorch's mean and std. invariances: F.batch_norm and F.layer_norm with
an epsilon too small to show, and torch.nn.utils.parametrizations.weight_norm, which is weight normalization.

    python tests/lab/vectors/layernorm.py
"""
from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch.nn.utils.parametrizations import weight_norm

SEED = 160706450  # the paper's number on arXiv, without its point


def encode(value):
    """A value as the vector file holds it."""
    if isinstance(value, torch.Tensor):
        array = value.detach().numpy()
        return {"shape": list(array.shape), "dtype": str(array.dtype), "data": [float(f"{n:.9g}") for n in array.reshape(-1)]}
    if isinstance(value, tuple):
        return {"tuple": [encode(item) for item in value]}
    if isinstance(value, dict):
        return {name: encode(item) for name, item in value.items()}
    return value


def vector(exercise, label, arguments, expected):
    return {"exercise": f"layernorm/{exercise}", "label": label, "arguments": encode(arguments), "expected": encode(expected)}


def normal(*shape, scale=1.0):
    """Normal draws with the digits that the file holds."""
    drawn = torch.randn(*shape, dtype=torch.float64) * scale
    return torch.tensor([float(f"{n:.9g}") for n in drawn.reshape(-1).tolist()], dtype=torch.float64).reshape(shape)


def forward():
    for label, shape, epsilon in (("a batch", (4, 6), 1e-5), ("batch and time", (2, 3, 5), 1e-5), ("a large epsilon", (3, 7), 0.1)):
        a, gain, bias = normal(*shape, scale=2.0), normal(shape[-1]), normal(shape[-1])
        expected = F.layer_norm(a, (shape[-1],), gain, bias, epsilon)
        yield vector("forward", label, {"a": a, "gain": gain, "bias": bias, "epsilon": epsilon}, expected)


def backward():
    for label, shape, epsilon in (("a batch", (4, 6), 1e-5), ("batch and time", (2, 3, 5), 0.1)):
        d_y, a, gain = normal(*shape), normal(*shape, scale=2.0), normal(shape[-1])
        leaves = [a.clone().requires_grad_(), gain.clone().requires_grad_(), torch.zeros(shape[-1], dtype=torch.float64, requires_grad=True)]
        y = F.layer_norm(leaves[0], (shape[-1],), leaves[1], leaves[2], epsilon)
        yield vector("backward", label, {"d_y": d_y, "a": a, "gain": gain, "epsilon": epsilon}, torch.autograd.grad(y, leaves, d_y))


def batch_and_layer():
    for label, (batch, time, units), epsilon in (("several steps", (4, 3, 5), 1e-5), ("a large epsilon", (6, 2, 3), 0.1)):
        a = normal(batch, time, units, scale=2.0)
        flat = F.batch_norm(a.reshape(batch, -1), None, None, training=True, eps=epsilon)
        expected = {
            "batch_mean": a.mean(0),
            "batch_deviation": a.std(0, correction=0),
            "batch_normalized": flat.reshape(a.shape),
            "layer_mean": a.mean(2),
            "layer_deviation": a.std(2, correction=0),
            "layer_normalized": F.layer_norm(a, (units,), eps=epsilon),
        }
        yield vector("batch-and-layer", label, {"a": a, "epsilon": epsilon}, expected)


def invariances():
    x, weights, gain, bias = normal(5, 4), normal(6, 4), normal(6), normal(6)
    summed = F.linear(x, weights)
    linear = torch.nn.Linear(4, 6, dtype=torch.float64)
    with torch.no_grad():
        linear.weight.copy_(weights)
        linear.bias.copy_(bias)
    weighted = weight_norm(linear, dim=0)
    with torch.no_grad():
        weighted.parametrizations.weight.original0.copy_(gain[:, None])
    expected = {
        "batch": F.batch_norm(summed, None, None, gain, bias, training=True, eps=1e-14),
        "layer": F.layer_norm(summed, (6,), gain, bias, eps=1e-14),
        "weight": weighted(x),
    }
    for method, result in expected.items():
        arguments = {"x": x, "weights": weights, "gain": gain, "bias": bias, "method": method}
        yield vector("invariances", method, arguments, result)


def main():
    torch.manual_seed(SEED)
    vectors = [*forward(), *backward(), *batch_and_layer(), *invariances()]
    made = {"versions": {"torch": torch.__version__.split("+")[0], "numpy": np.__version__}, "seed": SEED, "vectors": vectors}
    path = Path(__file__).with_suffix(".json")
    path.write_text(json.dumps(made) + "\n", encoding="utf-8")
    print(f"Wrote {len(vectors)} vectors to {path.name} ({path.stat().st_size} bytes).")


if __name__ == "__main__":
    main()
