"""Makes bert.json: what Hugging Face's BERT and WordPiece compute, for the references to be held to.

Embeddings, encoder and prediction head are transformers' BERT at tiny random configurations in float64; the head stands without
its transform, as in the exercise, and its loss and gradient come from cross-entropy and autograd. Pieces of words come from the
tokenizers library. Masking and sentence pairs are random, so no vector can hold them; their laws derive the right pair anew
and their checks compare shares.

Usage: python bert.py (writes beside itself; needs torch, transformers and tokenizers).
"""
from __future__ import annotations

import json
import os

import numpy as np
import tokenizers
import torch
import torch.nn.functional as F
import transformers
from torch import nn
from transformers import BertConfig
from transformers.models.bert.modeling_bert import BertEmbeddings, BertLMPredictionHead, BertModel

SEED = 181004805
DIGITS = 9
WORDS = ["un", "##aff", "##able", "un", "a", "ab", "##bc", "##a", "##b", "de", "d", "##e", "##f", "##ef", "ü", "##ß", "Ab", "##ab"]


def rounded(value):
    """value: an array or a tensor of any shape. Returns it with nine significant digits where it is not whole."""
    flat = np.asarray(value.detach() if torch.is_tensor(value) else value)
    if flat.dtype.kind in "biu":
        return flat
    return np.vectorize(lambda v: float(f"{v:.{DIGITS}g}"))(flat.astype(np.float64))


def encoded(value):
    """value in the form of the vector files."""
    if isinstance(value, tuple):
        return {"tuple": [encoded(item) for item in value]}
    if isinstance(value, dict):
        return {name: encoded(item) for name, item in value.items()}
    if torch.is_tensor(value) or isinstance(value, np.ndarray):
        array = rounded(value)
        if array.ndim == 0:
            return array.item()
        return {"shape": list(array.shape), "dtype": str(array.dtype), "data": array.ravel().tolist()}
    return value


def vector(exercise, label, arguments, expected):
    return {"exercise": exercise, "label": label, "arguments": encoded(arguments), "expected": encoded(expected)}


def shaken(module, rng):
    """Fills all parameters of a module with rounded random numbers, in float64. Returns it without dropout."""
    module.double().eval()
    with torch.no_grad():
        for name, value in module.named_parameters():
            if value.ndim > 1:
                fresh = rng.normal(size=tuple(value.shape)) / np.sqrt(value.shape[1] / 2)
            else:
                gain = "LayerNorm.weight" in name
                fresh = rng.uniform(0.6, 1.4, size=tuple(value.shape)) if gain else 0.3 * rng.normal(size=tuple(value.shape))
            value.copy_(torch.from_numpy(rounded(fresh)))
    return module


def drawn(rng, *shape):
    """A rounded random tensor of the given shape, float64."""
    return torch.from_numpy(rounded(rng.normal(size=shape)))


def config(**sizes):
    """A tiny BERT with the released models' activation and epsilon."""
    return BertConfig(hidden_act="gelu", layer_norm_eps=1e-12, attn_implementation="eager", pad_token_id=None, **sizes)


def pieces(rng):
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + sorted(set(WORDS))
    texts = ["unaffable un able", "abc ab abab aab", "def de dead", "  Ab\tab\nüß ß ", "xyz [MASK] unaffableable", ""]
    parts = [piece.replace("##", "") for piece in WORDS]
    texts.append(" ".join("".join(rng.choice(parts, size=rng.integers(1, 4))) for _ in range(30)))
    for limit in (100, 4):
        model = tokenizers.models.WordPiece(
            {piece: at for at, piece in enumerate(vocabulary)}, unk_token="[UNK]", max_input_chars_per_word=limit
        )
        tokenizer = tokenizers.Tokenizer(model)
        tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.WhitespaceSplit()
        for text in texts:
            found = tokenizer.encode(text)
            arguments = {"text": text, "vocabulary": vocabulary, "unknown": "[UNK]", "max_characters": limit}
            yield vector("word-piece", f"{text[:20]!r}, at most {limit}", arguments, (found.tokens, found.ids))


def embeddings(rng):
    for label, batch, length, hidden, epsilon in (("three pairs", 3, 6, 5, 1e-12), ("a large epsilon", 2, 7, 8, 0.1)):
        setting = config(vocab_size=11, hidden_size=hidden, num_attention_heads=1, max_position_embeddings=9)
        setting.layer_norm_eps = epsilon
        module = shaken(BertEmbeddings(setting), rng)
        token_ids = torch.from_numpy(rng.integers(0, 11, size=(batch, length)))
        segment_ids = torch.from_numpy((np.arange(length)[None] >= rng.integers(1, length, size=(batch, 1))).astype(np.int64))
        weights = {
            "token": module.word_embeddings.weight, "segment": module.token_type_embeddings.weight,
            "position": module.position_embeddings.weight, "gain": module.LayerNorm.weight, "bias": module.LayerNorm.bias,
        }
        arguments = {"token_ids": token_ids, "segment_ids": segment_ids, "weights": weights, "epsilon": epsilon}
        yield vector("embeddings", label, arguments, module(input_ids=token_ids, token_type_ids=segment_ids))


# Parameters of a layer of transformers' BERT, by the exercise's names; matrices are transposed there.
LAYER = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "output": "attention.output.dense", "inner": "intermediate.dense", "outer": "output.dense",
}


def encoders(rng):
    for label, count, heads, hidden, wide, lengths in (
        ("one layer", 1, 2, 6, 10, (5, 5)), ("two layers with padding", 2, 4, 8, 12, (5, 3)), ("one head", 1, 1, 5, 7, (4, 2)),
    ):
        setting = config(
            vocab_size=3, hidden_size=hidden, num_hidden_layers=count, num_attention_heads=heads, intermediate_size=wide,
            max_position_embeddings=8,
        )
        model = shaken(BertModel(setting, add_pooling_layer=False), rng)
        weights = {}
        for name, place in LAYER.items():
            parts = [layer.get_submodule(place) for layer in model.encoder.layer]
            weights[name] = torch.stack([part.weight.T for part in parts])
            weights[f"{name}_bias"] = torch.stack([part.bias for part in parts])
        for name, place in (("attention", "attention.output.LayerNorm"), ("final", "output.LayerNorm")):
            parts = [layer.get_submodule(place) for layer in model.encoder.layer]
            weights[f"{name}_gain"] = torch.stack([part.weight for part in parts])
            weights[f"{name}_bias"] = torch.stack([part.bias for part in parts])
        x = drawn(rng, 2, 5, hidden)
        mask = (torch.arange(5)[None] < torch.tensor(lengths)[:, None]).long()
        # The model's own embeddings are silenced, so that x itself enters the first layer.
        model.embeddings = Entrance()
        expected = model(inputs_embeds=x, attention_mask=mask).last_hidden_state
        yield vector("encoder", label, {"x": x, "mask": mask, "weights": weights, "heads": heads}, expected)


class Entrance(nn.Module):
    """Stands for the embeddings and lets the given vectors pass."""

    def forward(self, inputs_embeds=None, **_):
        return inputs_embeds


def losses(rng):
    for label, batch, length, hidden, vocabulary in (("two sequences", 2, 6, 4, 9), ("three sequences", 3, 5, 6, 13)):
        setting = config(vocab_size=vocabulary, hidden_size=hidden, num_attention_heads=1)
        head = BertLMPredictionHead(setting)
        head.transform = nn.Identity()
        head = shaken(head, rng)
        head.decoder.bias = head.bias
        states = drawn(rng, batch, length, hidden).requires_grad_()
        token_ids = torch.from_numpy(rng.integers(0, vocabulary, size=(batch, length)))
        chosen = torch.from_numpy(rng.random((batch, length)) < 0.4)
        loss = F.cross_entropy(head(states).flatten(0, 1), token_ids.masked_fill(~chosen, -100).flatten())
        (d_states,) = torch.autograd.grad(loss, states)
        arguments = {
            "hidden": states, "token_ids": token_ids, "chosen": chosen, "table": head.decoder.weight, "bias": head.bias,
        }
        yield vector("mlm-loss", label, arguments, (loss, d_states))


def main():
    rng = np.random.default_rng(SEED)
    vectors = [one for make in (pieces, embeddings, encoders, losses) for one in make(rng)]
    versions = {
        "torch": torch.__version__.split("+")[0], "transformers": transformers.__version__,
        "tokenizers": tokenizers.__version__, "numpy": np.__version__,
    }
    with open(os.path.splitext(__file__)[0] + ".json", "w", encoding="utf-8") as file:
        lines = ",\n".join(json.dumps(one, separators=(",", ":"), ensure_ascii=False) for one in vectors)
        file.write(f'{{"versions":{json.dumps(versions)},"seed":{SEED},"vectors":[\n{lines}\n]}}\n')


if __name__ == "__main__":
    main()
