"""Makes gpt-2.json: vectors for GPT-2's exercises from other people's implementations, at fixed seeds.

bpe-train, bpe-encode, bpe-decode: Hugging Face `tokenizers` (its byte-level BPE, trainer included).
pre-ln-block, kv-cache: Hugging Face `transformers` (GPT2Block, GPT2LMHeadModel), float64.
weight-tying: PyTorch's automatic differentiation with one parameter used twice, float64.

initialization and top-k-sampling are random, so no single result is the right one. They are held to PyTorch by statistics: the
solutions torch_.py use nn.init's normal_ and multinomial, and pass the same check as the reference.

    python tests/lab/vectors/gpt-2.py
"""
from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import numpy as np
import tokenizers
import torch
import torch.nn.functional as F
import transformers
from tokenizers import Regex, Tokenizer, models, pre_tokenizers, trainers
from transformers import GPT2Config, GPT2LMHeadModel
from transformers.models.gpt2.modeling_gpt2 import GPT2Block

PATTERN = r"'(?:s|t|re|ve|m|ll|d)| ?[^\W\d_]+| ?\d+| ?(?:[^\s\w]|_)+|\s+(?!\S)|\s+"
TEXTS = (
    "low lower lowest newer newest wider widest, low low lower! A banana and an ananas: 12 bananas, 120 ananas.",
    "Über Öl, öfter übel; naïve café. 日本 日本語 日本人 🙂🙂 It's the cat's hat, isn't it?\n  Two  spaces, 1984 and 1999.",
)


def encode(value):
    """A value as the vector file holds it."""
    if isinstance(value, torch.Tensor):
        value = value.detach().numpy()
    if isinstance(value, np.ndarray):
        data = value.reshape(-1).tolist()
        if value.dtype.kind == "f":
            data = [float(f"{number:.9g}") for number in data]
        return {"shape": list(value.shape), "dtype": str(value.dtype), "data": data}
    if isinstance(value, bytes):
        return {"bytes": value.hex()}
    if isinstance(value, tuple):
        return {"tuple": [encode(item) for item in value]}
    if isinstance(value, list):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {name: encode(item) for name, item in value.items()}
    return float(f"{value:.9g}") if isinstance(value, float) else value


def vector(exercise, label, arguments, expected):
    return {"exercise": f"gpt-2/{exercise}", "label": label, "arguments": encode(arguments), "expected": encode(expected)}


# Byte-level BPE. `tokenizers` writes each byte as a visible character; this is its table, read from its own alphabet.
def visible_characters():
    plain = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    others = [byte for byte in range(256) if byte not in plain]
    table = {**{byte: chr(byte) for byte in plain}, **{byte: chr(256 + i) for i, byte in enumerate(others)}}
    assert set(table.values()) == set(pre_tokenizers.ByteLevel.alphabet())
    return table


CHARACTER_OF = visible_characters()
BYTE_OF = {character: byte for byte, character in CHARACTER_OF.items()}


def to_bytes(characters):
    return bytes(BYTE_OF[character] for character in characters)


def to_characters(raw):
    return "".join(CHARACTER_OF[byte] for byte in raw)


def splitter():
    """The pattern in the syntax of `tokenizers`, whose classes know Unicode categories."""
    pattern = r"'(?:s|t|re|ve|m|ll|d)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"
    return pre_tokenizers.Sequence([
        pre_tokenizers.Split(Regex(pattern), "isolated"),
        pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
    ])


def steps_without_ties(text):
    """How many merges have one most frequent pair; the order among equals is each library's own."""
    words = Counter(tuple(word.encode()[i : i + 1] for i in range(len(word.encode()))) for word in re.findall(PATTERN, text))
    for step in range(200):
        counts = Counter()
        for word, frequency in words.items():
            for pair in zip(word, word[1:]):
                counts[pair] += frequency
        ranked = counts.most_common(2)
        if len(ranked) < 2 or ranked[0][1] == ranked[1][1]:
            return step
        changed = Counter()
        for word, frequency in words.items():
            out = []
            for symbol in word:
                if out and (out[-1], symbol) == ranked[0][0]:
                    out[-1] += symbol
                else:
                    out.append(symbol)
            changed[tuple(out)] += frequency
        words = changed
    return 200


def trained(text, merges):
    """A tokenizer trained on the text with so many merges."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = splitter()
    trainer = trainers.BpeTrainer(
        vocab_size=256 + merges, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False, min_frequency=0,
    )
    tokenizer.train_from_iterator([text], trainer)
    return tokenizer


def merges_of(tokenizer):
    pairs = json.loads(tokenizer.to_str())["model"]["merges"]
    return [(to_bytes(left), to_bytes(right)) for left, right in (p if isinstance(p, list) else p.split(" ") for p in pairs)]


def with_our_ids(merges):
    """A tokenizer with these merges, numbered as the exercise numbers them."""
    vocabulary = {CHARACTER_OF[byte]: byte for byte in range(256)}
    vocabulary.update({to_characters(left + right): 256 + rank for rank, (left, right) in enumerate(merges)})
    pairs = [(to_characters(left), to_characters(right)) for left, right in merges]
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=pairs))
    tokenizer.pre_tokenizer = splitter()
    tokenizer.decoder = tokenizers.decoders.ByteLevel()
    return tokenizer


def random_text(rng):
    """Letters of unequal frequencies in words of random lengths: counts seldom tie."""
    letters = rng.choice(list("enaé日旦.1"), p=[0.3, 0.2, 0.15, 0.1, 0.08, 0.07, 0.06, 0.04], size=1500)
    spaces = rng.random(1500) < 0.2
    return "".join(letter + " " * bool(space) for letter, space in zip(letters, spaces))


def bpe():
    rng = np.random.default_rng(1)
    drawn = [random_text(rng) for _ in range(60)]
    for text in sorted(drawn, key=steps_without_ties)[-3:]:
        merges = steps_without_ties(text)
        assert merges >= 8
        learned = merges_of(trained(text, merges))[:merges]
        yield vector("bpe-train", f"{merges} merges without a tie", {"text": text, "pattern": PATTERN, "merges": merges}, learned)

    for text, other in (TEXTS, TEXTS[::-1]):
        merges = merges_of(trained(text, 40))
        tokenizer = with_our_ids(merges)
        for label, line in (("its own text", text), ("another text", other)):
            ids = tokenizer.encode(line).ids
            yield vector("bpe-encode", label, {"text": line, "pattern": PATTERN, "merges": merges}, ids)
            expected = (line.encode(), tokenizer.decode(ids))
            yield vector("bpe-decode", label, {"ids": np.array(ids), "merges": merges}, expected)
        noise = rng.integers(0, 256 + len(merges), size=60)
        raw = b"".join(to_bytes(tokenizer.id_to_token(int(i))) for i in noise)
        yield vector("bpe-decode", "any ids", {"ids": noise, "merges": merges}, (raw, tokenizer.decode(noise.tolist())))


# The model. Hugging Face keeps weights as (inputs, outputs), as the exercises do.
NAMES = {
    "ln_1.weight": "ln_1_gain", "ln_1.bias": "ln_1_bias", "attn.c_attn.weight": "qkv_weight", "attn.c_attn.bias": "qkv_bias",
    "attn.c_proj.weight": "out_weight", "attn.c_proj.bias": "out_bias", "ln_2.weight": "ln_2_gain", "ln_2.bias": "ln_2_bias",
    "mlp.c_fc.weight": "fc_weight", "mlp.c_fc.bias": "fc_bias", "mlp.c_proj.weight": "proj_weight", "mlp.c_proj.bias": "proj_bias",
}


def config(width, heads, layers):
    return GPT2Config(
        vocab_size=11, n_positions=12, bos_token_id=0, eos_token_id=0, n_embd=width, n_head=heads, n_layer=layers, n_inner=2 * width, resid_pdrop=0.0,
        embd_pdrop=0.0, attn_pdrop=0.0, attn_implementation="eager",
    )


def shaken(module):
    """The module in float64, with random values in every parameter, rounded as the file holds them."""
    module.double().eval()
    with torch.no_grad():
        for name, parameter in module.named_parameters():
            value = torch.randn_like(parameter) * (0.3 if parameter.dim() == 1 else 1.2 / parameter.shape[0] ** 0.5)
            parameter.copy_(rounded(value + 1.0 if "ln_" in name and name.endswith("weight") else value))
    return module


def rounded(tensor):
    return torch.tensor([float(f"{number:.9g}") for number in tensor.reshape(-1).tolist()], dtype=torch.float64).reshape(tensor.shape)


def block_weights(block):
    named = dict(block.named_parameters())
    return {ours: named[theirs] for theirs, ours in NAMES.items()}


def blocks():
    for batch, time, width, heads in ((2, 5, 8, 2), (1, 6, 6, 3), (2, 1, 4, 1)):
        block = shaken(GPT2Block(config(width, heads, 1), layer_idx=0))
        x = rounded(torch.randn(batch, time, width, dtype=torch.float64) * 2)
        future = torch.full((time, time), torch.finfo(torch.float64).min, dtype=torch.float64).triu(1)[None, None]
        with torch.no_grad():
            y = block(x, attention_mask=future)
        y = y[0] if isinstance(y, tuple) else y
        yield vector("pre-ln-block", f"{heads} heads, {time} positions", {"x": x, "weights": block_weights(block), "heads": heads}, y)


def cached():
    for batch, sizes, width, heads, layers in ((2, (3, 1, 2), 4, 2, 2), (1, (1, 4), 6, 3, 1)):
        lm = shaken(GPT2LMHeadModel(config(width, heads, layers)))
        assert lm.lm_head.weight is lm.transformer.wte.weight
        weights = {
            "token_embedding": lm.transformer.wte.weight, "position_embedding": lm.transformer.wpe.weight,
            "blocks": [block_weights(block) for block in lm.transformer.h],
            "ln_f_gain": lm.transformer.ln_f.weight, "ln_f_bias": lm.transformer.ln_f.bias,
        }
        text = torch.randint(0, 11, (batch, sum(sizes)))
        held = torch.zeros(layers, 2, batch, heads, 0, width // heads, dtype=torch.float64)
        past, done = None, 0
        for size in sizes:
            new = text[:, done : done + size]
            with torch.no_grad():
                out = lm(new, past_key_values=past, use_cache=True)
            past = out.past_key_values
            longer = torch.stack([torch.stack([layer.keys, layer.values]) for layer in past.layers]).clone()
            arguments = {"tokens": new.numpy(), "cache": held, "weights": weights, "heads": heads}
            yield vector("kv-cache", f"{size} tokens after {done}", arguments, (out.logits, longer))
            held, done = longer, done + size


def tied():
    for batch, time, vocabulary, width in ((2, 5, 9, 4), (3, 4, 5, 5)):
        matrix = rounded(torch.randn(vocabulary, width, dtype=torch.float64)).requires_grad_()
        weight = rounded(torch.randn(width, width, dtype=torch.float64) / width**0.5)
        tokens, targets = torch.randint(0, vocabulary, (2, batch, time))
        logits = F.linear(torch.tanh(F.embedding(tokens, matrix) @ weight), matrix)
        loss = F.cross_entropy(logits.reshape(-1, vocabulary), targets.reshape(-1))
        loss.backward()
        arguments = {"tokens": tokens.numpy(), "targets": targets.numpy(), "embedding": matrix, "weight": weight}
        expected = {"logits": logits, "loss": loss.item(), "embedding_gradient": matrix.grad}
        yield vector("weight-tying", f"{vocabulary} tokens, width {width}", arguments, expected)


def main():
    torch.manual_seed(2)
    versions = {
        "torch": torch.__version__.split("+")[0], "transformers": transformers.__version__,
        "tokenizers": tokenizers.__version__, "numpy": np.__version__,
    }
    vectors = [one for part in (bpe, blocks, cached, tied) for one in part()]
    text = json.dumps({"versions": versions, "vectors": vectors}, ensure_ascii=False, separators=(",", ":"))
    Path(__file__).with_suffix(".json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
