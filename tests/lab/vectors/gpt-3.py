"""Makes gpt-3.json: what transformers, PyTorch and scikit-learn compute, for the references to be held to.

Parameters are those of transformers' GPT-2 model, choices are scored by PyTorch's cross-entropy with ignored labels,
n-grams are scikit-learn's, and prompts are found by measuring joined texts with one sign for each token. Bands are those of
transformers' GPT-Neo, and the best texts come from trying all.

Usage: python gpt-3.py (writes beside itself; needs torch, transformers and scikit-learn).
"""
from __future__ import annotations

import itertools
import json
import os

import numpy as np
import sklearn
import torch
import torch.nn.functional as F
import transformers
from sklearn.feature_extraction.text import CountVectorizer
from transformers import GPT2Config, GPT2LMHeadModel, GPTNeoConfig
from transformers.models.gpt_neo.modeling_gpt_neo import GPTNeoSelfAttention

SEED = 200514165
DIGITS = 9


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
    if torch.is_tensor(value) or isinstance(value, np.ndarray):
        array = np.asarray(value)
        if array.dtype.kind == "f":
            return {"shape": list(array.shape), "dtype": "float64", "data": rounded(array).ravel().tolist()}
        return {"shape": list(array.shape), "dtype": "bool" if array.dtype.kind == "b" else "int64", "data": array.ravel().tolist()}
    return value


def vector(exercise, label, arguments, expected):
    return {"exercise": exercise, "label": label, "arguments": encoded(arguments), "expected": encoded(expected)}


def prompts(rng):
    """A text with one sign for each id; K by trying from above."""
    for label, spare, many in (("three of five fit", 0, 5), ("all fit", 40, 3), ("none fits", -60, 3)):
        ids = lambda size: [int(one) for one in rng.integers(2, 90, size=size)]
        description, query, separator = ids(3), ids(4), [0, 1]
        examples = [(ids(int(rng.integers(2, 6))), ids(int(rng.integers(1, 3)))) for _ in range(many)]
        completions = [ids(2), ids(5)]
        sign = lambda part: "".join(chr(0x4E00 + one) for one in part)
        blocks = [sign(description)] + [sign(prompt + answer) for prompt, answer in examples]
        whole = lambda used, completion: sign(separator).join([*blocks[: used + 1], sign(query)]) + sign(completion)
        context = max(len(whole(3, one)) for one in completions) + spare
        fitting = [used for used in range(many + 1) if max(len(whole(used, one)) for one in completions) <= context]
        used = max(fitting, default=0)
        texts = [whole(used, one) for one in completions]
        starts = [len(text) - len(one) for text, one in zip(texts, completions)]
        arguments = {
            "description": description, "examples": examples, "query": query, "completions": completions,
            "separator": separator, "context": context,
        }
        yield vector("few-shot-prompt", label, arguments, ([[ord(one) - 0x4E00 for one in text] for text in texts], starts, used))


def choices(rng):
    for method in ("sum", "token", "unconditional"):
        logits = torch.from_numpy(rounded(rng.normal(size=(3, 9, 8))))
        tokens = torch.from_numpy(rng.integers(0, 8, size=(3, 9)))
        starts, lengths = torch.tensor([3, 2, 4]), torch.tensor([2, 4, 3])
        stops, neutral = starts + lengths, torch.from_numpy(rounded(-rng.uniform(1, 6, size=3)))
        labels = tokens.clone()
        for row in range(3):
            labels[row, : starts[row]] = -100
            labels[row, stops[row] :] = -100
        reduction = "mean" if method == "token" else "sum"
        found = torch.stack([-F.cross_entropy(logits[row, :-1], labels[row, 1:], reduction=reduction) for row in range(3)])
        if method == "unconditional":
            found = torch.log(found.exp() / neutral.exp())
        arguments = {"logits": logits, "tokens": tokens, "starts": starts, "stops": stops, "neutral": neutral, "method": method}
        yield vector("choice-scores", method, arguments, (found, int(found.argmax())))


def costs(rng):
    for layers, width, context, vocabulary, tokens in ((2, 24, 32, 101, 1e9), (5, 16, 64, 300, 3e8), (3, 64, 10, 999, 2e10)):
        config = GPT2Config(n_layer=layers, n_embd=width, n_head=4, n_positions=context, vocab_size=vocabulary)
        model = GPT2LMHeadModel(config)
        parameters = model.num_parameters()
        matrices = sum(p.numel() for name, p in model.named_parameters() if ".h." in name and p.ndim == 2)
        arguments = {"layers": layers, "width": width, "context": context, "vocabulary": vocabulary, "tokens": tokens}
        expected = {
            "parameters": parameters, "block_weights": matrices, "flops": 6.0 * parameters * tokens,
            "petaflop_days": 6.0 * parameters * tokens / 8.64e19,
        }
        yield vector("training-cost", f"{layers} layers of width {width}", arguments, expected)


def benchmarks(rng):
    for label, low, high in (("n = 10", 10, 12), ("n = 13", 16, 20), ("n = 8", 5, 12)):
        lexicon = np.array([f"w{at}" for at in range(400)])
        examples = [list(rng.choice(lexicon, size=int(rng.integers(low, high)))) for _ in range(12)]
        n = min(13, max(8, int(np.percentile([len(one) for one in examples], 5))))
        documents = []
        for at, example in enumerate(examples[:7]):
            run = example[: n - at % 2]
            filler = list(rng.choice(lexicon, size=6))
            documents.append(" ".join([*filler[:3], *(part.capitalize() for part in run), *filler[3:]]) + ".")
        texts = [", ".join(example) + "?" for example in examples]
        counter = CountVectorizer(ngram_range=(n, n), token_pattern=r"[a-z0-9]+", binary=True).fit(documents)
        dirty = np.asarray(counter.transform(texts).sum(axis=1)).ravel() > 0
        scores = rounded(rng.uniform(size=12))
        clean, whole = scores[~dirty].mean(), scores.mean()
        expected = {"n": n, "dirty": dirty, "all": float(whole), "clean": float(clean), "relative": float(clean / whole - 1)}
        yield vector("contamination", label, {"examples": texts, "documents": documents, "scores": scores}, expected)


def bands(rng):
    """The masks of transformers' GPT-Neo, whose layers alternate; its scores are not scaled, so torch's attention takes them."""
    for layer, kind, time, window in ((0, "global", 5, 2), (1, "local", 6, 3), (3, "local", 5, 2)):
        config = GPTNeoConfig(hidden_size=8, num_layers=2, num_heads=2, attention_types=[[["global", "local"], 1]], max_position_embeddings=16, window_size=window)
        mask = GPTNeoSelfAttention(config, kind).bias[0, 0, :time, :time].bool()
        q, k, v = (torch.from_numpy(rounded(rng.normal(size=(1, 2, time, 4)))) for _ in range(3))
        scores = torch.baddbmm(torch.zeros(2, time, time, dtype=q.dtype), q[0], k[0].transpose(1, 2), alpha=0.5)
        expected = (torch.softmax(scores.masked_fill(~mask, -torch.inf), dim=-1) @ v[0])[None]
        yield vector("banded-attention", f"layer {layer}", {"q": q, "k": k, "v": v, "layer": layer, "window": window}, expected)


def beams(rng):
    """All texts, one by one: with room for every beam the search is exhaustive."""
    for alpha, most, vocabulary in ((0.6, 4, 3), (0.0, 3, 4), (2.0, 4, 3)):
        logits = torch.from_numpy(1.2 * rng.normal(size=(vocabulary + 1, vocabulary)))
        found = torch.from_numpy(rounded(torch.log_softmax(logits, dim=-1)))
        first, table, end = found[0], found[1:], 1
        scored = []
        for length in range(1, most + 1):
            for text in itertools.product(range(vocabulary), repeat=length):
                if end in text[:-1] or (length < most and text[-1] != end):
                    continue
                total = first[text[0]] + sum(table[a, b] for a, b in zip(text, text[1:]))
                scored.append((float(total) / ((5 + length) / 6) ** alpha, list(text)))
        score, text = max(scored)
        arguments = {"first": first, "table": table, "end": end, "width": vocabulary**most, "alpha": alpha, "most": most}
        yield vector("beam-search", f"all texts, alpha {alpha:g}", arguments, (text, score))


def main():
    rng = np.random.default_rng(SEED)
    vectors = [one for make in (prompts, choices, costs, benchmarks, bands, beams) for one in make(rng)]
    versions = {
        "torch": torch.__version__.split("+")[0], "transformers": transformers.__version__,
        "scikit-learn": sklearn.__version__, "numpy": np.__version__,
    }
    with open(os.path.splitext(__file__)[0] + ".json", "w", encoding="utf-8") as file:
        lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in vectors)
        file.write(f'{{"versions":{json.dumps(versions)},"seed":{SEED},"vectors":[\n{lines}\n]}}\n')


if __name__ == "__main__":
    main()
