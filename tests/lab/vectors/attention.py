"""Makes attention.json: what PyTorch and Hugging Face compute, for the references to be held to.

Attention and the layers come from torch.nn, and once more from the layers of transformers' Marian, which are post-LN
with ReLU as in the paper. Positions are DistilBERT's, which has sine and cosine side by side. The whole model is Marian with its
positions put into that order. The loss is torch's cross_entropy, the rate transformers' schedule with the
inverse root, times the peak of eq. (3). No library has the head that copies; what it must do is written down directly.

Usage: python attention.py (writes beside itself; needs torch and transformers).
"""
from __future__ import annotations

import json
import os

import numpy as np
import torch
import torch.nn.functional as F
import transformers
from torch import nn
from transformers import MarianConfig, MarianMTModel, get_inverse_sqrt_schedule
from transformers.models.distilbert.modeling_distilbert import create_sinusoidal_embeddings
from transformers.models.marian.modeling_marian import shift_tokens_right

SEED = 17060376
DIGITS = 9
LAYERS = {
    "torch encoder": {"self": "self_attn", "norms": ("norm1", "norm2"), "linear": ("linear1", "linear2")},
    "torch decoder": {
        "self": "self_attn", "cross": "multihead_attn", "norms": ("norm1", "norm2", "norm3"), "linear": ("linear1", "linear2"),
    },
    "encoder": {"self": "self_attn", "norms": ("self_attn_layer_norm", "final_layer_norm"), "linear": ("fc1", "fc2")},
    "decoder": {
        "self": "self_attn", "cross": "encoder_attn", "linear": ("fc1", "fc2"),
        "norms": ("self_attn_layer_norm", "encoder_attn_layer_norm", "final_layer_norm"),
    },
}


def rounded(value):
    """value: an array or a tensor of any shape. Returns it as float64 with nine significant digits."""
    flat = np.asarray(value.detach() if torch.is_tensor(value) else value, dtype=np.float64)
    return np.vectorize(lambda v: float(f"{v:.{DIGITS}g}"))(flat) if flat.size else flat


def encoded(value):
    """value in the form of the vector files."""
    if isinstance(value, tuple):
        return {"tuple": [encoded(item) for item in value]}
    if isinstance(value, list):
        return [encoded(item) for item in value]
    if isinstance(value, dict):
        return {name: encoded(item) for name, item in value.items()}
    if torch.is_tensor(value) and not value.is_floating_point():
        value = value.numpy()
    if isinstance(value, np.ndarray) and value.dtype.kind in "bi":
        return {"shape": list(value.shape), "dtype": {"b": "bool", "i": "int64"}[value.dtype.kind], "data": value.ravel().tolist()}
    if torch.is_tensor(value) or isinstance(value, np.ndarray):
        array = rounded(value)
        return {"shape": list(array.shape), "dtype": "float64", "data": array.ravel().tolist()}
    return value


def vector(exercise, label, arguments, expected):
    return {"exercise": exercise, "label": label, "arguments": encoded(arguments), "expected": encoded(expected)}


def drawn(rng, *shape):
    """A rounded random tensor of the given shape, float64."""
    return torch.from_numpy(rounded(rng.normal(size=shape)))


def shaken(module, rng):
    """Fills the parameters of a module with rounded random numbers, in float64, and the biases of its attentions with 0."""
    module.double().eval()
    with torch.no_grad():
        for name, value in module.named_parameters():
            if value.ndim > 1:
                fresh = rng.normal(size=value.shape) / np.sqrt(value.shape[1])
            elif name.endswith("weight"):
                fresh = rng.uniform(0.5, 1.5, size=value.shape)
            else:
                projection = "attn" in name and "norm" not in name
                fresh = (0.0 if projection else 0.4) * rng.normal(size=value.shape)
            value.copy_(torch.from_numpy(rounded(fresh)))
    return module


def stored(module, kind):
    """The weights of a layer under the names of the exercises."""
    names, state = LAYERS[kind], dict(module.named_parameters())
    weights = {}
    for name in ("self", "cross"):
        if name not in names:
            continue
        prefix = names[name]
        if f"{prefix}.in_proj_weight" in state:
            parts = [*state[f"{prefix}.in_proj_weight"].chunk(3), state[f"{prefix}.out_proj.weight"]]
        else:
            parts = [state[f"{prefix}.{part}.weight"] for part in ("q_proj", "k_proj", "v_proj", "out_proj")]
        weights.update({f"{name}_{part}": matrix.T for part, matrix in zip("qkvo", parts)})
    for number, linear in enumerate(names["linear"], start=1):
        weights[f"ffn_w_{number}"] = state[f"{linear}.weight"].T
        weights[f"ffn_b_{number}"] = state[f"{linear}.bias"]
    owners = [name for name in ("self", "cross", "ffn") if name == "ffn" or name in names]
    for owner, norm in zip(owners, names["norms"]):
        weights[f"{owner}_gain"], weights[f"{owner}_bias"] = state[f"{norm}.weight"], state[f"{norm}.bias"]
    return weights


def attentions(rng):
    empty = np.tri(4, 6, 1, dtype=bool)
    empty[2] = False
    padding = (np.arange(5) < np.array([[5], [2]]))[:, None, None, :]
    for label, lead, queries, keys, d_k, d_v, mask in (
        ("no mask", (2,), 3, 5, 4, 6, None),
        ("padding, spread over heads", (2, 2), 3, 5, 3, 3, padding),
        ("a query without any key", (), 4, 6, 5, 2, empty),
    ):
        q, k, v = drawn(rng, *lead, queries, d_k), drawn(rng, *lead, keys, d_k), drawn(rng, *lead, keys, d_v)
        allowed = None if mask is None else torch.from_numpy(mask)
        output = F.scaled_dot_product_attention(q, k, v, attn_mask=allowed)
        # With the identity as values the output is the weights.
        identity = torch.eye(keys, dtype=torch.float64).expand(*lead, keys, keys)
        weights = F.scaled_dot_product_attention(q, k, identity, attn_mask=allowed)
        yield vector("scaled-dot-product", label, {"q": q, "k": k, "v": v, "mask": mask}, (output, weights))


def multi_heads(rng):
    for label, heads, d_model, queries, keys, mask in (
        ("two heads, cross-attention", 2, 6, 3, 4, None),
        ("four heads, causal", 4, 8, 4, 4, np.tri(4, dtype=bool)),
    ):
        module = shaken(nn.MultiheadAttention(d_model, heads, bias=False, batch_first=True), rng)
        query, key, value = drawn(rng, 2, queries, d_model), drawn(rng, 2, keys, d_model), drawn(rng, 2, keys, d_model)
        parts = [*module.in_proj_weight.chunk(3), module.out_proj.weight]
        weights = {f"w_{name}": part.T for name, part in zip("qkvo", parts)}
        expected = module(query, key, value, attn_mask=None if mask is None else ~torch.from_numpy(mask))[0]
        arguments = {"query": query, "key": key, "value": value, "weights": weights, "heads": heads, "mask": mask}
        yield vector("multi-head", label, arguments, expected)


def positions(rng):
    for length, d_model in ((12, 6), (40, 8), (1, 4)):
        table = torch.empty(length, d_model)
        create_sinusoidal_embeddings(length, d_model, table)
        yield vector("positions", f"length {length}, d_model {d_model}", {"length": length, "d_model": d_model}, table)


def networks(rng):
    for d_model, d_ff in ((4, 9), (3, 3)):
        module = shaken(nn.Sequential(nn.Linear(d_model, d_ff), nn.ReLU(), nn.Linear(d_ff, d_model)), rng)
        x = drawn(rng, 2, 3, d_model)
        weights = {"w_1": module[0].weight.T, "b_1": module[0].bias, "w_2": module[2].weight.T, "b_2": module[2].bias}
        yield vector("feed-forward", f"d_ff {d_ff}", {"x": x, "weights": weights}, module(x))


def layers(rng):
    options = dict(dropout=0.0, batch_first=True)
    x, memory, real = drawn(rng, 2, 4, 6), drawn(rng, 2, 5, 6), np.arange(5) < np.array([[5], [3]])
    encoder = shaken(nn.TransformerEncoderLayer(6, 2, 8, **options), rng)
    yield vector("encoder-layer", "PyTorch", {"x": x, "weights": stored(encoder, "torch encoder"), "heads": 2}, encoder(x))
    # In training, as dropout is 0: in evaluation PyTorch cuts padding out of the result.
    encoder.train()
    arguments = {"x": memory, "weights": stored(encoder, "torch encoder"), "heads": 2, "mask": real}
    yield vector("encoder-layer", "PyTorch, padding", arguments, encoder(memory, src_key_padding_mask=~torch.from_numpy(real)))
    decoder = shaken(nn.TransformerDecoderLayer(6, 3, 8, **options), rng)
    arguments = {"y": x, "memory": memory, "weights": stored(decoder, "torch decoder"), "heads": 3, "memory_mask": real}
    future = torch.ones(4, 4, dtype=torch.bool).triu(1)
    expected = decoder(x, memory, tgt_mask=future, memory_key_padding_mask=~torch.from_numpy(real))
    yield vector("decoder-layer", "PyTorch, padding in the source", arguments, expected)


def marian(rng, vocabulary, d_model, heads, encoders, decoders):
    config = MarianConfig(
        vocab_size=vocabulary, d_model=d_model, encoder_layers=encoders, decoder_layers=decoders,
        encoder_ffn_dim=7, decoder_ffn_dim=7,
        encoder_attention_heads=heads, decoder_attention_heads=heads, activation_function="relu", scale_embedding=True, dropout=0.0,
        pad_token_id=0, eos_token_id=2, decoder_start_token_id=1, forced_eos_token_id=None, max_position_embeddings=16,
        attn_implementation="eager",
    )
    model = shaken(MarianMTModel(config), rng)
    angle = np.arange(16)[:, None] / 10000.0 ** (np.arange(0, d_model, 2) / d_model)
    table = np.stack([np.sin(angle), np.cos(angle)], axis=-1).reshape(16, d_model)
    with torch.no_grad():
        for stack in (model.model.encoder, model.model.decoder):
            stack.embed_positions.weight.copy_(torch.from_numpy(table))
        model.final_logits_bias.zero_()
    return model


def models(rng):
    for label, sizes, real in (
        ("Marian, two layers each, padding in the source", (8, 6, 3, 2, 2), (5, 3)),
        ("Marian, one encoder layer, two decoder layers", (6, 4, 2, 1, 2), (5, 5)),
    ):
        model, heads = marian(rng, *sizes), sizes[2]
        mask = torch.from_numpy(np.arange(5) < np.array(real)[:, None])
        source = torch.from_numpy(rng.integers(2, sizes[0], size=(2, 5))) * mask
        target = torch.from_numpy(rng.integers(2, sizes[0], size=(2, 4)))
        inner = model.model
        weights = {
            "embedding": inner.shared.weight,
            "encoder": [stored(layer, "encoder") for layer in inner.encoder.layers],
            "decoder": [stored(layer, "decoder") for layer in inner.decoder.layers],
        }
        logits = model(input_ids=source, attention_mask=mask.long(), decoder_input_ids=shift_tokens_right(target, 0, 1)).logits
        yield vector("encoder-decoder", label, {"source": source, "target": target, "weights": weights, "heads": heads}, logits)
        # The same layers alone, with Marian's own masks of what to add.
        x, shut = drawn(rng, 2, 5, sizes[1]), -1e30
        hidden = shut * (~mask)[:, None, None, :].double()
        arguments = {"x": x, "weights": weights["encoder"][0], "heads": heads, "mask": mask.numpy()}
        got = inner.encoder.layers[0](x, hidden)
        yield vector("encoder-layer", label, arguments, got[0] if isinstance(got, tuple) else got)
        y = drawn(rng, 2, 4, sizes[1])
        future = torch.full((4, 4), shut, dtype=torch.float64).triu(1)[None, None]
        got = inner.decoder.layers[-1](y, attention_mask=future, encoder_hidden_states=x, encoder_attention_mask=hidden)
        arguments = {"y": y, "memory": x, "weights": weights["decoder"][-1], "heads": heads, "memory_mask": mask.numpy()}
        yield vector("decoder-layer", label, arguments, got[0] if isinstance(got, tuple) else got)


def losses(rng):
    for label, epsilon, padding, real in (("epsilon 0.1", 0.1, 0, (4, 2)), ("epsilon 0.3, padding 6", 0.3, 6, (1, 3))):
        logits = 2.0 * drawn(rng, 2, 4, 7)
        logits = torch.from_numpy(rounded(logits))
        targets = rng.integers(1, 6, size=(2, 4))
        targets = np.where(np.arange(4) < np.array(real)[:, None], targets, padding)
        expected = F.cross_entropy(
            logits.flatten(0, 1), torch.from_numpy(targets).flatten(), ignore_index=padding, label_smoothing=epsilon
        )
        arguments = {"logits": logits, "targets": targets, "epsilon": epsilon, "padding": padding}
        yield vector("label-smoothing", label, arguments, float(f"{float(expected):.{DIGITS}g}"))


def rates(rng):
    for d_model, warm, last in ((512, 20, 60), (64, 7, 12)):
        optimizer = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=(d_model * warm) ** -0.5)
        schedule, seen = get_inverse_sqrt_schedule(optimizer, warm), []
        for _ in range(last):
            optimizer.step()
            schedule.step()
            seen.append(schedule.get_last_lr()[0])
        arguments = {"steps": np.arange(1, last + 1), "d_model": d_model, "warmup_steps": warm}
        yield vector("warm-up", f"d_model {d_model}, warm-up {warm}", arguments, np.array(seen))


def copies(rng):
    """Each position attends to the one `shift` earlier alone. The exercise draws its sequences from its arguments, as here."""
    for vocabulary, d_position, shift in ((6, 16, 2), (5, 4, 1)):
        tokens = np.random.default_rng([vocabulary, d_position, shift]).integers(vocabulary, size=(3, 24))
        expected = {
            "attention": np.eye(24)[: 24 - shift],
            "copied": F.one_hot(torch.from_numpy(tokens[:, : 24 - shift]), vocabulary).double(),
        }
        arguments = {"vocabulary": vocabulary, "d_position": d_position, "shift": shift}
        yield vector("copy-task", f"shift {shift}, {d_position} features", arguments, expected)


def main():
    rng = np.random.default_rng(SEED)
    makers = (attentions, multi_heads, positions, networks, layers, models, losses, rates, copies)
    vectors = [one for make in makers for one in make(rng)]
    versions = {"torch": torch.__version__.split("+")[0], "transformers": transformers.__version__, "numpy": np.__version__}
    with open(os.path.splitext(__file__)[0] + ".json", "w", encoding="utf-8") as file:
        lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in vectors)
        file.write(f'{{"versions":{json.dumps(versions)},"seed":{SEED},"vectors":[\n{lines}\n]}}\n')


if __name__ == "__main__":
    main()
