"""Makes lora.json: what PEFT and PyTorch compute, for the references to be held to.

Layers are nn.Linear modules that PEFT adapts; gradients are autograd's through them; merged matrices are PEFT's.
Low ranks are scikit-learn's, and angles between spaces scipy's.

Usage: python lora.py (writes beside itself; needs torch, transformers, peft, scipy and scikit-learn).
"""
from __future__ import annotations

import json
import os

import numpy as np
import peft
import scipy
import torch
from peft import LoraConfig, get_peft_model
from scipy.linalg import subspace_angles
from sklearn.decomposition import TruncatedSVD
from torch import nn

SEED = 210609685
DIGITS = 9


def rounded(value):
    """value: an array or a tensor of any shape. Returns it as float64 with nine significant digits."""
    flat = np.asarray(value.detach() if torch.is_tensor(value) else value, dtype=np.float64)
    return np.vectorize(lambda v: float(f"{v:.{DIGITS}g}"))(flat) if flat.size else flat


def encoded(value):
    """value in the form of the vector files."""
    if isinstance(value, list):
        return [encoded(item) for item in value]
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


def drawn(rng, *shape):
    """A rounded random tensor of the given shape, float64."""
    return torch.from_numpy(rounded(rng.normal(size=shape)))


def adapted(weight, bias, adapters):
    """A model of one linear layer with PEFT's adapters: {name: (a, b, alpha)}. The layer is returned too."""
    model = None
    for name, (a, b, alpha) in adapters.items():
        config = LoraConfig(r=len(a), lora_alpha=alpha, lora_dropout=0.0, target_modules=["0"], bias="none")
        if model is None:
            linear = nn.Linear(weight.shape[1], weight.shape[0], bias=bias is not None)
            model = get_peft_model(nn.Sequential(linear), config, adapter_name=name)
        else:
            model.add_adapter(name, config)
    model.double()
    layer = model.base_model.model[0]
    with torch.no_grad():
        layer.weight.copy_(weight)
        if bias is not None:
            layer.bias.copy_(bias)
        for name, (a, b, _) in adapters.items():
            layer.lora_A[name].weight.copy_(a)
            layer.lora_B[name].weight.copy_(b)
    return model, layer


def forwards(rng):
    for label, lead, width_in, out, r, alpha in (("square", (3,), 4, 4, 2, 3), ("up", (2, 2), 3, 5, 2, 16), ("down", (2,), 6, 3, 1, 1)):
        x, weight, bias = drawn(rng, *lead, width_in), drawn(rng, out, width_in), drawn(rng, out)
        a, b = drawn(rng, r, width_in), drawn(rng, out, r)
        model, _ = adapted(weight, bias, {"default": (a, b, alpha)})
        arguments = {"x": x, "weight": weight, "a": a, "b": b, "alpha": alpha, "bias": bias}
        yield vector("forward", label, arguments, model.base_model.model(x))


def backwards(rng):
    for label, tokens, width_in, out, r, alpha in (("square", 3, 4, 4, 2, 3), ("up", 4, 3, 5, 2, 16)):
        x, weight = drawn(rng, tokens, width_in), drawn(rng, out, width_in)
        a, b, grad = drawn(rng, r, width_in), drawn(rng, out, r), drawn(rng, tokens, out)
        model, layer = adapted(weight, None, {"default": (a, b, alpha)})
        x.requires_grad_()
        model.base_model.model(x).backward(grad)
        expected = {"x": x.grad, "a": layer.lora_A["default"].weight.grad, "b": layer.lora_B["default"].weight.grad}
        yield vector("backward", label, {"x": x, "weight": weight, "a": a, "b": b, "alpha": alpha, "grad": grad}, expected)


def switches(rng):
    for label, out, width_in, ranks, alphas in (("wide", 3, 5, (2, 3), (8, 3)), ("square", 4, 4, (1, 2), (2, 5))):
        weight = drawn(rng, out, width_in)
        adapters = {
            name: (drawn(rng, r, width_in), drawn(rng, out, r), alpha) for name, r, alpha in zip(("one", "two"), ranks, alphas)
        }
        model, layer = adapted(weight, None, adapters)
        as_dict = {name: {"a": a, "b": b, "alpha": alpha} for name, (a, b, alpha) in adapters.items()}
        layer.active_adapter = "one"
        layer.merge()
        merged = torch.from_numpy(rounded(layer.weight))
        layer.unmerge()
        layer.active_adapter = "two"
        layer.merge()
        yield vector("merge-and-switch", f"{label}, another task", {"weight": merged, "old": as_dict["one"], "new": as_dict["two"]}, layer.weight)
        layer.unmerge()
        yield vector("merge-and-switch", f"{label}, back", {"weight": merged, "old": as_dict["one"], "new": {}}, layer.weight)


def counts(rng):
    for layers, width, inner, names, r in ((2, 8, 20, ["q", "v"], 2), (3, 12, 16, ["k", "down"], 3)):
        shapes = {"q": (width, width), "k": (width // 4, width), "v": (width // 4, width), "up": (inner, width), "down": (width, inner)}
        model = nn.ModuleList(
            nn.ModuleDict({name: nn.Linear(width_in, out, bias=False) for name, (out, width_in) in shapes.items()}) for _ in range(layers)
        )
        model = get_peft_model(model, LoraConfig(r=r, target_modules=names))
        trainable = sum(p.numel() for p in model.parameters() if p.requires_grad)
        total = sum(p.numel() for p in model.parameters())
        moments = sum(8 * p.numel() for p in model.parameters() if not p.requires_grad)
        expected = {
            "trainable": trainable, "total": total, "share": trainable / total, "checkpoint_bytes": 2 * trainable,
            "optimizer_bytes_saved": moments,
        }
        yield vector("count", f"{layers} layers", {"shapes": shapes, "layers": layers, "adapted": names, "r": r}, expected)


def fits(rng):
    for out, width_in, r in ((5, 4, 2), (3, 6, 1)):
        delta = rounded(rng.normal(size=(out, width_in)))
        model = TruncatedSVD(r, algorithm="arpack", random_state=0).fit(delta)
        update = model.transform(delta) @ model.components_
        values = scipy.linalg.svdvals(delta)
        expected = {
            "update": update, "error": float(np.linalg.norm(delta - update)),
            "captured": float((model.singular_values_**2).sum() / (values**2).sum()), "rank": int(np.linalg.matrix_rank(delta)),
        }
        yield vector("low-rank-fit", f"rank {r} of {out} by {width_in}", {"delta": delta, "r": r}, expected)


def spaces(rng):
    """The mean of the squared cosines of the angles between the spaces."""
    for r1, r2, width_in in ((2, 3, 5), (3, 3, 7)):
        a1, a2 = rounded(rng.normal(size=(r1, width_in))), rounded(rng.normal(size=(r2, width_in)))
        u1, u2 = (scipy.linalg.svd(a)[2].T for a in (a1, a2))
        phi = [[np.mean(np.cos(subspace_angles(u1[:, :i], u2[:, :j])) ** 2) for j in range(1, r2 + 1)] for i in range(1, r1 + 1)]
        yield vector("subspaces", f"ranks {r1} and {r2}", {"a1": a1, "a2": a2}, np.array(phi))


def batches(rng):
    """One PEFT adapter at a time is active, for the examples that use it."""
    for label, ids in (("two tasks and none", [1, -1, 0, 1]), ("one task", [0, 0])):
        weight, x = drawn(rng, 5, 4), drawn(rng, len(ids), 3, 4)
        adapters = {name: (drawn(rng, r, 4), drawn(rng, 5, r), alpha) for name, r, alpha in (("one", 2, 3), ("two", 3, 8))}
        model, layer = adapted(weight, None, adapters)
        rows = []
        for example, task in zip(x, ids):
            if task < 0:
                with model.disable_adapter():
                    rows.append(model.base_model.model(example))
            else:
                model.set_adapter(("one", "two")[task])
                rows.append(model.base_model.model(example))
        listed = [{"a": a, "b": b, "alpha": alpha} for a, b, alpha in adapters.values()]
        arguments = encoded({"x": x, "weight": weight, "adapters": listed}) | {"ids": {"shape": [len(ids)], "dtype": "int64", "data": ids}}
        yield {"exercise": "mixed-batch", "label": label, "arguments": arguments, "expected": encoded(torch.stack(rows))}


def main():
    rng = np.random.default_rng(SEED)
    vectors = [one for make in (forwards, backwards, switches, counts, fits, spaces, batches) for one in make(rng)]
    versions = {"torch": torch.__version__.split("+")[0], "peft": peft.__version__, "scipy": scipy.__version__, "numpy": np.__version__}
    with open(os.path.splitext(__file__)[0] + ".json", "w", encoding="utf-8") as file:
        lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in vectors)
        file.write(f'{{"versions":{json.dumps(versions)},"seed":{SEED},"vectors":[\n{lines}\n]}}\n')


if __name__ == "__main__":
    main()
