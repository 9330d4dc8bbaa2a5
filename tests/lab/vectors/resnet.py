"""Makes resnet.json: what PyTorch and Hugging Face's ResNet compute, for the references to be held to.

Blocks come from transformers' ResNet, whose bottleneck puts the stride into the first 1×1 convolution when asked to. Batch
normalization is torch.nn.BatchNorm2d. The network for CIFAR-10 is put together here from transformers' layers, since
no library in use has one with shortcuts of option A. Parameters are counted in modules, gradients come from autograd.

Usage: python resnet.py (writes beside itself; needs torch and transformers).
"""
from __future__ import annotations

import json
import os

import numpy as np
import torch
import torch.nn.functional as F
import transformers
from torch import nn
from transformers.models.resnet.modeling_resnet import ResNetBasicLayer, ResNetBottleNeckLayer, ResNetConvLayer, ResNetShortCut

SEED = 15120338
DIGITS = 9


def rounded(value):
    """value: an array or a tensor of any shape. Returns it as float64 with nine significant digits."""
    flat = np.asarray(value.detach() if torch.is_tensor(value) else value, dtype=np.float64)
    return np.vectorize(lambda v: float(f"{v:.{DIGITS}g}"))(flat) if flat.size else flat


def encoded(value):
    """value in the form of the vector files."""
    if isinstance(value, tuple):
        return {"tuple": [encoded(item) for item in value]}
    if isinstance(value, dict):
        return {name: encoded(item) for name, item in value.items()}
    if torch.is_tensor(value) or isinstance(value, np.ndarray):
        array = rounded(value)
        return {"shape": list(array.shape), "dtype": "float64", "data": array.ravel().tolist()}
    return value


def vector(exercise, label, arguments, expected):
    return {"exercise": exercise, "label": label, "arguments": encoded(arguments), "expected": encoded(expected)}


def shaken(module, rng):
    """Fills all parameters and running averages of a module with rounded random numbers, in float64. Returns it."""
    module.double()
    with torch.no_grad():
        for name, value in module.state_dict().items():
            if value.dtype != torch.float64:
                continue
            shape = tuple(value.shape)
            if name.endswith("running_var"):
                fresh = rng.uniform(0.4, 2.0, size=shape)
            elif value.ndim > 1:
                fresh = rng.normal(size=shape) / np.sqrt(np.prod(shape[1:]))
            else:
                fresh = rng.uniform(0.5, 1.2, size=shape) if name.endswith("weight") else 0.4 * rng.normal(size=shape)
            value.copy_(torch.from_numpy(np.atleast_1d(rounded(fresh)).reshape(shape)))
    return module


def drawn(rng, *shape):
    """A rounded random tensor of the given shape, float64."""
    return torch.from_numpy(rounded(rng.normal(size=shape)))


def stored(layer, name):
    """The weights of a convolution with its normalization under the names of the exercises in evaluation."""
    norm = layer.normalization
    return {
        f"{name}_conv": layer.convolution.weight, f"{name}_gain": norm.weight, f"{name}_bias": norm.bias,
        f"{name}_mean": norm.running_mean, f"{name}_variance": norm.running_var,
    }


def batch_norms(rng):
    for label, shape, training, momentum, epsilon in (
        ("training", (3, 2, 3, 4), True, 0.1, 1e-5),
        ("training, momentum 0.3, a large epsilon", (2, 3, 2, 2), True, 0.3, 0.1),
        ("evaluation", (2, 3, 3, 2), False, 0.1, 1e-5),
    ):
        module = shaken(nn.BatchNorm2d(shape[1], eps=epsilon, momentum=momentum), rng).train(training)
        x = drawn(rng, *shape)
        arguments = {
            "x": x, "gain": module.weight, "bias": module.bias, "running_mean": module.running_mean.clone(),
            "running_variance": module.running_var.clone(), "training": training, "momentum": momentum, "epsilon": epsilon,
        }
        y = module(x)
        yield vector("batch-norm", label, arguments, (y, module.running_mean, module.running_var))


def residual_blocks(rng):
    for label, channels, filters, stride in (("identity", 3, 3, 1), ("projection, stride 2", 2, 4, 2), ("projection", 2, 3, 1)):
        module = shaken(ResNetBasicLayer(channels, filters, stride), rng).train()
        weights = {}
        for i, layer in enumerate(module.layer, start=1):
            weights[f"conv_{i}"] = layer.convolution.weight
            weights[f"gain_{i}"], weights[f"bias_{i}"] = layer.normalization.weight, layer.normalization.bias
        if isinstance(module.shortcut, ResNetShortCut):
            norm = module.shortcut.normalization
            weights["projection"] = module.shortcut.convolution.weight
            weights["projection_gain"], weights["projection_bias"] = norm.weight, norm.bias
        x = drawn(rng, 2, channels, 5, 4)
        yield vector("residual-block", label, {"x": x, "weights": weights, "stride": stride}, module(x))


def bottlenecks(rng):
    for label, channels, many, stride in (("identity", 8, 8, 1), ("projection, stride 2", 4, 8, 2), ("projection", 4, 12, 1)):
        module = ResNetBottleNeckLayer(channels, many, stride, downsample_in_bottleneck=True)
        module = shaken(module, rng).eval()
        weights = {}
        for name, layer in zip(("reduce", "middle", "restore"), module.layer):
            weights.update(stored(layer, name))
        if isinstance(module.shortcut, ResNetShortCut):
            weights.update(stored(module.shortcut, "projection"))
        x = drawn(rng, 2, channels, 5, 4)
        yield vector("bottleneck", label, {"x": x, "weights": weights, "stride": stride}, module(x))


def networks(rng):
    for label, blocks, width, size in (("ResNet-20, one filter", 3, 1, 8), ("ResNet-8, two filters", 1, 2, 6)):
        images, weights = drawn(rng, 2, 3, size, size), {}
        stem = shaken(ResNetConvLayer(3, width), rng).eval()
        weights.update(stored(stem, "stem"))
        maps, before = stem(images), width
        for s in (1, 2, 3):
            filters = width * 2 ** (s - 1)
            for b in range(1, blocks + 1):
                stride = 2 if filters != before else 1
                first = shaken(ResNetConvLayer(before, filters, stride=stride), rng).eval()
                second = shaken(ResNetConvLayer(filters, filters, activation=None), rng).eval()
                weights.update(stored(first, f"stage{s}_block{b}_1") | stored(second, f"stage{s}_block{b}_2"))
                # Max pooling with a window of one place is a stride and nothing else.
                shortcut = F.max_pool2d(maps, 1, stride)
                zeros = shortcut.new_zeros(2, filters - before, *shortcut.shape[2:])
                maps, before = F.relu(second(first(maps)) + torch.cat([shortcut, zeros], dim=1)), filters
        head = shaken(nn.Linear(before, 5), rng)
        weights.update(linear=head.weight, linear_bias=head.bias)
        scores = head(F.adaptive_avg_pool2d(maps, 1).flatten(1))
        yield vector("resnet-20", label, {"images": images, "weights": weights, "blocks": blocks}, scores)


def counts(rng):
    for depth, width, classes, option in ((20, 16, 10, "A"), (56, 16, 10, "A"), (32, 5, 7, "B"), (14, 8, 100, "C")):
        parts = {name: nn.ModuleList() for name in ("convolutions", "normalizations", "shortcuts", "linear")}

        def add(before, filters, parts=parts):
            layer = ResNetConvLayer(before, filters)
            parts["convolutions"].append(layer.convolution)
            parts["normalizations"].append(layer.normalization)

        add(3, width)
        before = width
        for filters in (width, 2 * width, 4 * width):
            for _ in range((depth - 2) // 6):
                add(before, filters)
                add(filters, filters)
                if {"A": False, "B": before != filters, "C": True}[option]:
                    parts["shortcuts"].append(ResNetShortCut(before, filters, stride=1))
                before = filters
        parts["linear"].append(nn.Linear(before, classes))
        numbers = {name: sum(p.numel() for p in modules.parameters()) for name, modules in parts.items()}
        numbers["total"] = sum(numbers.values())
        arguments = {"depth": depth, "width": width, "classes": classes, "option": option}
        yield vector("parameter-count", f"depth {depth}, option {option}", arguments, numbers)


def gradients(rng):
    for label, shortcuts in (("with shortcuts", True), ("plain", False)):
        x, d_output = drawn(rng, 4, 6), drawn(rng, 4, 6)
        first, second = ([drawn(rng, 6, 6) / 2 for _ in range(3)] for _ in range(2))
        first, second = ([torch.from_numpy(rounded(w)).requires_grad_() for w in stack] for stack in (first, second))
        states = [x.clone().requires_grad_()]
        for w_1, w_2 in zip(first, second):
            out = F.linear(F.relu(F.linear(states[-1], w_1)), w_2)
            states.append(F.relu(out + states[-1] if shortcuts else out))
            states[-1].retain_grad()
        states[-1].backward(d_output)
        expected = {
            name: torch.stack([torch.linalg.vector_norm(part.grad) for part in group])
            for name, group in (("states", states), ("first", first), ("second", second))
        }
        arguments = {
            "x": x, "first": torch.stack(first), "second": torch.stack(second), "d_output": d_output, "shortcuts": shortcuts,
        }
        yield vector("gradient-flow", label, arguments, expected)


def main():
    rng = np.random.default_rng(SEED)
    vectors = [
        one for make in (batch_norms, residual_blocks, bottlenecks, networks, counts, gradients) for one in make(rng)
    ]
    versions = {"torch": torch.__version__.split("+")[0], "transformers": transformers.__version__, "numpy": np.__version__}
    with open(os.path.splitext(__file__)[0] + ".json", "w", encoding="utf-8") as file:
        lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in vectors)
        file.write(f'{{"versions":{json.dumps(versions)},"seed":{SEED},"vectors":[\n{lines}\n]}}\n')


if __name__ == "__main__":
    main()
