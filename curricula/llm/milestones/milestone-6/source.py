"""Milestone 2's notes and questions, for two models under one budget; and how a model is counted."""
from __future__ import annotations

from study_lab import source

first = source("milestone-2")
VOCABULARY = first.VOCABULARY
sample, probabilities = first.sample, first.probabilities

# Configurations as the papers give them; what they leave open is as in the released models.
PAPERS = {
    "GPT-1": dict(layers=12, width=768, heads=12, kv_heads=12, head_size=64, inner=3072, gated=False, vocabulary=40478, context=512,
                  tied=True, norm="layer", biases=True, positions="learned", tokens=0),
    "GPT-2 XL": dict(layers=48, width=1600, heads=25, kv_heads=25, head_size=64, inner=6400, gated=False, vocabulary=50257, context=1024,
                     tied=True, norm="layer", biases=True, positions="learned", tokens=0),
    "GPT-3 175B": dict(layers=96, width=12288, heads=96, kv_heads=96, head_size=128, inner=49152, gated=False, vocabulary=50257, context=2048,
                       tied=True, norm="layer", biases=True, positions="learned", tokens=300e9),
    "PaLM 540B": dict(layers=118, width=18432, heads=48, kv_heads=1, head_size=256, inner=73728, gated=True, vocabulary=256000, context=2048,
                      tied=True, norm="rms", biases=False, positions="rotary", tokens=780e9),
    "LLaMA 7B": dict(layers=32, width=4096, heads=32, kv_heads=32, head_size=128, inner=11008, gated=True, vocabulary=32000, context=2048,
                     tied=False, norm="rms", biases=False, positions="rotary", tokens=1e12),
    "LLaMA 65B": dict(layers=80, width=8192, heads=64, kv_heads=64, head_size=128, inner=22016, gated=True, vocabulary=32000, context=2048,
                      tied=False, norm="rms", biases=False, positions="rotary", tokens=1.4e12),
}


def profile(config):
    """The figures of a configuration: see exercise.md for each."""
    layers, width, inner, size = (config[name] for name in ("layers", "width", "inner", "head_size"))
    queries, keys = config["heads"] * size, config["kv_heads"] * size
    attention = 2 * width * queries + 2 * width * keys
    feed_forward = (3 if config["gated"] else 2) * width * inner
    if config["biases"]:
        attention += queries + 2 * keys + width
        feed_forward += (2 if config["gated"] else 1) * inner + width
    norm = 2 * width if config["norm"] == "layer" else width
    non_embedding = layers * (attention + feed_forward + 2 * norm) + norm
    embedding = config["vocabulary"] * width * (1 if config["tied"] else 2)
    embedding += config["context"] * width if config["positions"] == "learned" else 0
    parameters = non_embedding + embedding
    flops = 6 * parameters * config["tokens"]
    scores = 12 * layers * queries * config["context"]
    return {
        "parameters": parameters,
        "non_embedding": non_embedding,
        "training_flops": flops,
        "attention_share": scores / (6 * parameters + scores),
        "kv_cache_bytes_per_token": 2 * 2 * layers * keys,
        "tokens_per_parameter": config["tokens"] / parameters,
        "chinchilla_parameters": (flops / 120) ** 0.5,
    }


def configuration(rng):
    """A random configuration."""
    heads, size = int(rng.integers(2, 17)), int(rng.choice([16, 32, 64, 128]))
    divisors = [count for count in range(1, heads + 1) if heads % count == 0]
    return dict(layers=int(rng.integers(1, 49)), width=int(rng.integers(2, 33)) * 32, heads=heads, kv_heads=int(rng.choice(divisors)), head_size=size,
                inner=int(rng.integers(2, 129)) * 32, gated=bool(rng.random() < 0.5), vocabulary=int(rng.integers(100, 60000)),
                context=int(rng.integers(1, 65)) * 64, tied=bool(rng.random() < 0.5), norm=str(rng.choice(["layer", "rms"])),
                biases=bool(rng.random() < 0.5), positions=str(rng.choice(["learned", "rotary"])), tokens=int(rng.integers(1, 1000)) * 10**9)
