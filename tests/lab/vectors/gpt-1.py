"""Makes gpt-1.json: vectors for GPT-1's exercises from other people's implementations, at fixed seeds.

decoder-block: Hugging Face `transformers` (the Block of its OpenAI GPT), float64.
causal-lm-loss: PyTorch's cross_entropy; Hugging Face's ForCausalLMLoss must agree with it (float32, so to six digits).
auxiliary-objective: PyTorch's Linear and cross_entropy, and automatic differentiation for the weight of each loss in the total.
input-transformations: no library has them. The sequences are written out here from Figure 1 as text and read back, which is a second
derivation of our own.

    python tests/lab/vectors/gpt-1.py
"""
from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
import transformers
from transformers import OpenAIGPTConfig
from transformers.loss.loss_utils import ForCausalLMLoss
from transformers.models.openai.modeling_openai import Block


def encode(value):
    """A value as the vector file holds it."""
    if isinstance(value, torch.Tensor):
        value = value.detach().numpy()
    if isinstance(value, np.ndarray):
        data = value.reshape(-1).tolist()
        if value.dtype.kind == "f":
            data = [float(f"{number:.9g}") for number in data]
        return {"shape": list(value.shape), "dtype": str(value.dtype), "data": data}
    if isinstance(value, list):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {name: encode(item) for name, item in value.items()}
    return float(f"{value:.9g}") if isinstance(value, float) else value


def vector(exercise, label, arguments, expected):
    return {"exercise": f"gpt-1/{exercise}", "label": label, "arguments": encode(arguments), "expected": encode(expected)}


def rounded(tensor):
    """The tensor with the digits that the file holds."""
    return torch.tensor([float(f"{number:.9g}") for number in tensor.reshape(-1).tolist()], dtype=torch.float64).reshape(tensor.shape)


def normal(*shape, scale=1.0):
    return rounded(torch.randn(*shape, dtype=torch.float64) * scale)


# Hugging Face keeps weights as (inputs, outputs), as the exercise does.
NAMES = {
    "attn.c_attn.weight": "qkv_weight", "attn.c_attn.bias": "qkv_bias", "attn.c_proj.weight": "out_weight",
    "attn.c_proj.bias": "out_bias", "ln_1.weight": "ln_1_gain", "ln_1.bias": "ln_1_bias", "mlp.c_fc.weight": "fc_weight",
    "mlp.c_fc.bias": "fc_bias", "mlp.c_proj.weight": "proj_weight", "mlp.c_proj.bias": "proj_bias", "ln_2.weight": "ln_2_gain",
    "ln_2.bias": "ln_2_bias",
}


def blocks():
    for batch, time, width, heads in ((2, 5, 8, 2), (1, 6, 6, 3), (2, 1, 4, 1)):
        config = OpenAIGPTConfig(n_embd=width, n_head=heads, n_positions=16, attn_pdrop=0.0, resid_pdrop=0.0)
        block = Block(16, config, scale=True).double().eval()
        named = dict(block.named_parameters())
        with torch.no_grad():
            for name, parameter in named.items():
                value = normal(*parameter.shape, scale=0.3 if parameter.dim() == 1 else 1.2 / parameter.shape[0] ** 0.5)
                parameter.copy_(rounded(value + 1.0) if name in ("ln_1.weight", "ln_2.weight") else value)
            x = normal(batch, time, width, scale=1.5)
            y = block(x)[0]
        weights = {ours: named[theirs] for theirs, ours in NAMES.items()}
        yield vector("decoder-block", f"{heads} heads, {time} positions", {"x": x, "weights": weights, "heads": heads}, y)


def padded(lengths, time, vocabulary):
    """tokens and mask (batch, time), and the labels of PyTorch with -100 for padding."""
    tokens = torch.randint(0, vocabulary, (len(lengths), time))
    mask = (torch.arange(time) < torch.tensor(lengths)[:, None]).long()
    return tokens, mask, tokens.masked_fill(mask == 0, -100)


def language():
    for lengths, time, vocabulary in (((6, 3, 4), 6, 7), ((5,), 5, 4), ((9, 2), 9, 5), ((1, 4), 6, 6)):
        logits = normal(len(lengths), time, vocabulary, scale=2.0)
        tokens, mask, labels = padded(lengths, time, vocabulary)
        loss = F.cross_entropy(logits[:, :-1].flatten(0, 1), labels[:, 1:].flatten())
        theirs = ForCausalLMLoss(logits.float(), labels, vocabulary)
        assert abs(loss.item() - theirs.item()) < 1e-5
        arguments = {"logits": logits, "tokens": tokens, "mask": mask}
        yield vector("causal-lm-loss", f"lengths {lengths}", arguments, loss.item())


def fine_tuning():
    for lengths, time, width, vocabulary, classes, weight in (((7, 4, 5), 7, 6, 9, 3, 0.5), ((3, 8), 8, 5, 6, 4, 0.1)):
        hidden = normal(len(lengths), time, width)
        tokens, mask, labels = padded(lengths, time, vocabulary)
        classifier = torch.nn.Linear(width, classes, bias=False, dtype=torch.float64)
        decoder = torch.nn.Linear(width, vocabulary, bias=False, dtype=torch.float64)
        with torch.no_grad():
            classifier.weight.copy_(normal(classes, width))
            decoder.weight.copy_(normal(vocabulary, width))
        where, wanted = torch.tensor(lengths) - 1, torch.randint(0, classes, (len(lengths),))
        task = torch.nn.CrossEntropyLoss()(classifier(torch.stack([h[i] for h, i in zip(hidden, where)])), wanted)
        lm = torch.nn.CrossEntropyLoss()(decoder(hidden[:, :-1]).transpose(1, 2), labels[:, 1:])
        total = task + weight * lm
        task_weight, lm_weight = torch.autograd.grad(total, (task, lm), retain_graph=True)
        assert (task_weight.item(), lm_weight.item()) == (1.0, weight)
        arguments = {
            "hidden": hidden, "tokens": tokens, "mask": mask, "extract_position": where, "labels": wanted,
            "embedding": decoder.weight, "head": classifier.weight.T.contiguous(), "coefficient": weight,
        }
        expected = {"task": task.item(), "language": lm.item(), "total": total.item()}
        yield vector("auxiliary-objective", f"lambda {weight}", arguments, expected)


# Figure 1 in letters: s start, $ delimiter, e extract, . padding; capital letters are tokens of the parts.
FIGURE = (
    ("classification", ["ABC"], ["sABCe"], [4]),
    ("entailment", ["PQR", "HI"], ["sPQR$HIe"], [7]),
    ("similarity", ["ABC", "X"], ["sABC$Xe", "sX$ABCe"], [6, 6]),
    ("multiple_choice", ["DOC", "QU", "A", "BCE", "FG"], ["sDOCQU$Ae..", "sDOCQU$BCEe", "sDOCQU$FGe."], [8, 10, 9]),
)
SPECIAL = {"s": 31, "$": 30, "e": 33, ".": 0}


def ids(letters):
    return np.array([SPECIAL.get(letter, ord(letter) - ord("A") + 1) for letter in letters], dtype=np.int64)


def inputs():
    for task, parts, rows, where in FIGURE:
        arguments = {"task": task, "parts": [ids(part) for part in parts], "start": 31, "delimiter": 30, "extract": 33, "padding": 0}
        expected = {
            "tokens": np.stack([ids(row) for row in rows]),
            "mask": np.array([[int(letter != ".") for letter in row] for row in rows]),
            "extract_position": np.array(where),
        }
        yield vector("input-transformations", task, arguments, expected)


def main():
    torch.manual_seed(1)
    versions = {"torch": torch.__version__.split("+")[0], "transformers": transformers.__version__, "numpy": np.__version__}
    vectors = [one for part in (blocks, language, fine_tuning, inputs) for one in part()]
    text = json.dumps({"versions": versions, "vectors": vectors}, ensure_ascii=False, separators=(",", ":"))
    Path(__file__).with_suffix(".json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
