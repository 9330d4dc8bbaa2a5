"""Makes llama.json: what transformers and PyTorch compute, for the references to be held to.

The block, its norm and its feed-forward network are transformers' LLaMA; rotations by neighbours are its GPT-J's and those by
halves its LLaMA's. Caches are those of transformers' attention. Attention block by block is held to torch's own over all keys.

Usage: python llama.py (writes beside itself; needs torch and transformers 4.30, whose layers take positions and caches as tensors).
"""
from __future__ import annotations

import json
import os

import numpy as np
import torch
import transformers
from transformers import LlamaConfig, get_cosine_schedule_with_warmup
from transformers.models.gptj.modeling_gptj import apply_rotary_pos_emb as turn_neighbours
from transformers.models.llama.modeling_llama import (
    LlamaAttention,
    LlamaDecoderLayer,
    LlamaMLP,
    LlamaRMSNorm,
    apply_rotary_pos_emb,
)

SEED = 230213971
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


def filled(module, rng):
    """The module in float64 with rounded random weights: gains near 1, matrices of about unit size."""
    module.double()
    with torch.no_grad():
        for p in module.parameters():
            fresh = rng.uniform(0.5, 1.5, size=p.shape) if p.ndim == 1 else rng.normal(size=p.shape) / np.sqrt(p.shape[1])
            p.copy_(torch.from_numpy(rounded(fresh)))
    return module


def tables(positions, size, theta):
    """Cosines and sines of all angles, (positions, size / 2), in float64."""
    angles = torch.outer(positions.double(), theta ** (-torch.arange(0, size, 2).double() / size))
    return angles.cos(), angles.sin()


def norms(rng):
    """LlamaRMSNorm computes in float32, so its steps are repeated here in float64 by its own weight and epsilon."""
    for label, shape, epsilon in (("rows", (2, 3, 6), 1e-6), ("a large epsilon", (4, 5), 0.3)):
        norm, x = filled(LlamaRMSNorm(shape[-1], eps=epsilon), rng), drawn(rng, *shape)
        exact = torch.nn.functional.normalize(x, dim=-1, eps=0) * shape[-1] ** 0.5
        exact = exact * (x.norm(dim=-1, keepdim=True) / torch.hypot(x.norm(dim=-1, keepdim=True), torch.tensor((epsilon * shape[-1]) ** 0.5)))
        exact = exact * norm.weight
        assert torch.allclose(norm(x).double(), exact, atol=1e-5)
        yield vector("rms-norm", label, {"x": x, "gain": norm.weight, "epsilon": epsilon}, exact)


def gates(rng):
    for label, lead, width, inner in (("a row", (3,), 4, 11), ("batches", (2, 2), 5, 8)):
        mlp, x = filled(LlamaMLP(width, inner, "silu"), rng), drawn(rng, *lead, width)
        arguments = {"x": x, "gate": mlp.gate_proj.weight.T, "up": mlp.up_proj.weight.T, "down": mlp.down_proj.weight.T}
        yield vector("swiglu", label, arguments, mlp(x))


def rotations(rng):
    for theta, places in ((10000.0, [0, 1, 2, 3]), (50.0, [4, 9, 10, 31])):
        x, positions = drawn(rng, 2, 2, 4, 6), torch.tensor(places)
        cosine, sine = tables(positions, 6, theta)
        halves = apply_rotary_pos_emb(x, x, cosine.repeat(1, 2)[None, None], sine.repeat(1, 2)[None, None], torch.arange(4)[None])[0]
        neighbours = turn_neighbours(x.transpose(1, 2), sine[None].expand(2, -1, -1), cosine[None].expand(2, -1, -1)).transpose(1, 2)
        for pairing, expected in (("halves", halves), ("neighbours", neighbours)):
            arguments = {"x": x, "positions": positions.numpy(), "theta": theta, "pairing": pairing}
            yield vector("rope", f"{pairing}, theta {theta:g}", arguments, expected)


class Exact(torch.nn.Module):
    """transformers' rotary tables in float64."""

    def __init__(self, size, theta):
        super().__init__()
        self.size, self.theta = size, theta

    def forward(self, x, seq_len):
        cosine, sine = tables(torch.arange(seq_len), self.size, self.theta)
        return cosine.repeat(1, 2)[None, None], sine.repeat(1, 2)[None, None]


def hidden(past, new):
    """What transformers adds to the scores: 0, or a very small number where a key is later."""
    return torch.full((new, past + new), torch.finfo(torch.float64).min, dtype=torch.float64).triu(past + 1)[None, None]


def caches(rng):
    heads, size = 2, 4
    config = LlamaConfig(hidden_size=heads * size, num_attention_heads=heads)
    for label, past, new, theta in (("a prompt", 0, 4, 10000.0), ("one token", 3, 1, 10000.0), ("three tokens", 2, 3, 30.0)):
        layer = LlamaAttention(config).double()
        layer.rotary_emb = Exact(size, theta)
        q, k, v = (drawn(rng, 1, heads, new, size) for _ in range(3))
        cache = torch.stack([drawn(rng, 1, heads, past, size), drawn(rng, 1, heads, past, size)])
        # Each projection picks its third of a wide input, so that queries, keys and values are the ones given.
        flat = torch.cat([part.transpose(1, 2).reshape(1, new, heads * size) for part in (q, k, v)], dim=-1)
        width = heads * size
        for at, name in enumerate(("q_proj", "k_proj", "v_proj")):
            pick = torch.zeros(width, 3 * width).double()
            pick[:, at * width : (at + 1) * width] = torch.eye(width)
            setattr(layer, name, torch.nn.Linear(3 * width, width, bias=False).double())
            getattr(layer, name).weight.data = pick
        layer.o_proj.weight.data = torch.eye(width).double()
        layer.hidden_size = width
        inputs = flat
        output, _, kept = layer(
            inputs, attention_mask=hidden(past, new), position_ids=torch.arange(past, past + new)[None],
            past_key_value=(cache[0], cache[1]) if past else None, use_cache=True,
        )
        output = output.reshape(1, new, heads, size).transpose(1, 2)
        yield vector("rope-cache", label, {"q": q, "k": k, "v": v, "cache": cache, "theta": theta}, (output, torch.stack(kept)))


def blocks(rng):
    for label, batch, time, heads, size, inner, theta in (("two heads", 2, 4, 2, 4, 11, 10000.0), ("three heads", 1, 5, 3, 2, 7, 20.0)):
        width = heads * size
        config = LlamaConfig(hidden_size=width, num_attention_heads=heads, intermediate_size=inner, rms_norm_eps=1e-6)
        layer = filled(LlamaDecoderLayer(config), rng)
        layer.self_attn.rotary_emb = Exact(size, theta)
        # Its norms compute in float32; these are the same in float64.
        for name in ("input_layernorm", "post_attention_layernorm"):
            gain = getattr(layer, name).weight
            norm = torch.nn.Module()
            norm.gain = gain
            norm.forward = lambda x, g=gain: g * x / torch.sqrt(x.pow(2).mean(-1, keepdim=True) + 1e-6)
            setattr(layer, name, norm)
        x = drawn(rng, batch, time, width)
        expected = layer(x, attention_mask=hidden(0, time).expand(batch, 1, -1, -1), position_ids=torch.arange(time)[None].expand(batch, -1))[0]
        attention, mlp = layer.self_attn, layer.mlp
        weights = {
            "attention_norm": layer.input_layernorm.gain, "feed_forward_norm": layer.post_attention_layernorm.gain,
            "query": attention.q_proj.weight.T, "key": attention.k_proj.weight.T, "value": attention.v_proj.weight.T,
            "output": attention.o_proj.weight.T, "gate": mlp.gate_proj.weight.T, "up": mlp.up_proj.weight.T,
            "down": mlp.down_proj.weight.T,
        }
        yield vector("block", label, {"x": x, "weights": weights, "heads": heads, "theta": theta}, expected)


def blockwise(rng):
    for label, time, size in (("blocks of two", 5, 2), ("one block", 3, 4)):
        q, k, v = (drawn(rng, 1, 2, time, 4) for _ in range(3))
        scores = (q @ k.transpose(-1, -2) / 2).masked_fill(torch.ones(time, time, dtype=torch.bool).triu(1), -torch.inf)
        stops = [min(start + size, time) for start in range(0, time, size)]
        running = torch.stack([torch.logsumexp(scores[..., :stop], dim=-1) for stop in stops])
        expected = {"output": scores.softmax(-1) @ v, "logsumexp": torch.logsumexp(scores, dim=-1), "running": running}
        yield vector("blockwise-attention", label, {"q": q, "k": k, "v": v, "size": size}, expected)


def backwards(rng):
    for label, shape, epsilon in (("rows", (3, 5), 1e-6), ("batches, a large epsilon", (2, 2, 4), 0.2)):
        x, gain, grad = drawn(rng, *shape).requires_grad_(), drawn(rng, shape[-1]).requires_grad_(), drawn(rng, *shape)
        y = torch.nn.functional.normalize(torch.cat([x, torch.full_like(x[..., :1], (epsilon * shape[-1]) ** 0.5)], dim=-1), dim=-1)
        y = y[..., :-1] * shape[-1] ** 0.5 * gain
        expected = torch.autograd.grad(y, (x, gain), grad)
        yield vector("rms-norm-backward", label, {"x": x, "gain": gain, "epsilon": epsilon, "grad": grad}, tuple(expected))


def steps(rng):
    """A whole training by torch's AdamW behind its clipping, with transformers' cosine on nine tenths of the rate."""
    peak, warmup, total = 0.02, 4, 20
    leaves = [drawn(rng, 2, 3).requires_grad_(), drawn(rng, 4).requires_grad_()]
    optimizer = torch.optim.AdamW(leaves, lr=1.0, betas=(0.9, 0.95), eps=1e-8, weight_decay=0.1)
    cosine = get_cosine_schedule_with_warmup(torch.optim.SGD([torch.zeros(1)], lr=1.0), warmup, total)
    m, v = [torch.zeros_like(leaf) for leaf in leaves], [torch.zeros_like(leaf) for leaf in leaves]
    for at in range(1, total + 1):
        share = cosine.lr_lambdas[0](at)
        rate = peak * (share if at < warmup else 0.1 + 0.9 * share)
        grads = [(3.0 if at % 3 else 0.2) * drawn(rng, *leaf.shape) for leaf in leaves]
        grads = [torch.from_numpy(rounded(grad)) for grad in grads]
        before = [torch.from_numpy(rounded(leaf)) for leaf in leaves]
        arguments = {
            "params": before, "grads": [grad.clone() for grad in grads], "m": m, "v": v, "at": at, "peak": peak, "warmup": warmup, "total": total,
        }
        for leaf, grad, value, first, second in zip(leaves, grads, before, m, v):
            leaf.data, leaf.grad = value.clone(), grad
            if at > 1:
                optimizer.state[leaf].update(exp_avg=first.clone(), exp_avg_sq=second.clone())
        optimizer.param_groups[0]["lr"] = rate
        # By hand, since torch's clipping adds a millionth to the norm.
        norm = torch.linalg.vector_norm(torch.cat([leaf.grad.flatten() for leaf in leaves]))
        for leaf in leaves:
            leaf.grad = leaf.grad / norm.clamp(min=1.0)
        optimizer.step()
        m, v = ([torch.from_numpy(rounded(optimizer.state[leaf][name])) for leaf in leaves] for name in ("exp_avg", "exp_avg_sq"))
        if at in (1, 3, 12, 20):
            expected = {"params": [leaf.detach().clone() for leaf in leaves], "m": m, "v": v, "rate": rate}
            yield vector("adamw-step", f"step {at}", arguments, expected)


def main():
    # transformers takes the softmax in float32 in any case; here it stays in float64.
    torch.nn.functional.softmax = lambda x, dim, dtype=None: torch.softmax(x, dim)
    rng = np.random.default_rng(SEED)
    vectors = [one for make in (norms, gates, rotations, caches, blocks, blockwise, backwards, steps) for one in make(rng)]
    versions = {"torch": torch.__version__.split("+")[0], "transformers": transformers.__version__, "numpy": np.__version__}
    with open(os.path.splitext(__file__)[0] + ".json", "w", encoding="utf-8") as file:
        lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in vectors)
        file.write(f'{{"versions":{json.dumps(versions)},"seed":{SEED},"vectors":[\n{lines}\n]}}\n')


if __name__ == "__main__":
    main()
