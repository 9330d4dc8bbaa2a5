"""Trains the honest models of these tests with PyTorch and keeps their weights: `python train.py milestone-2 [FILE]`.

Each takes less than three minutes on two cores with an optimised BLAS. `npm run soak` trains them anew and checks them.
"""
from __future__ import annotations

import os
import sys
import time
from functools import partial

import numpy as np
import torch
from torch.nn.functional import cross_entropy

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
sys.path[0:0] = [HERE, os.path.join(ROOT, "src", "lab", "python")]

import blocks  # noqa: E402
import study_lab  # noqa: E402
from study_lab import source  # noqa: E402
from transformer import beginnings, encoder_decoder, kept, language_model  # noqa: E402

study_lab.where = {"curriculum": os.path.join(ROOT, "curricula", "llm")}


def kept_as(name):
    """Where the weights of a recipe lie: milestone-2/trained.npz, milestone-6/gpt.npz."""
    return name + ".npz" if "/" in name else name + "/trained.npz"


def copying(rng):
    ring = source("milestone-1")
    drawn = ring.sample(rng, 64)
    return ring.answer(drawn), lambda w: encoder_decoder(drawn, ring.shifted(ring.answer(drawn)), w)


def causal(name, texts, length):
    def batch(rng):
        text = source(name).sample(rng, texts, length)
        return text[:, 1:], lambda w: language_model(text[:, :-1], w)

    return batch


def compared(logits):
    def batch(rng):
        text = source("milestone-6").sample(rng, 32, 64)
        return text[:, 1:], lambda w: logits(text[:, :-1], w)

    return batch


def adapters_of(rank, names):
    """LoRA on the trained model of milestone 2: A random, B zero, alpha the rank's double (LoRA, Section 4.1)."""
    base = kept(os.path.join(HERE, kept_as("milestone-2")))

    def begin(rng):
        drawn = {}
        for name in names:
            rows, columns = base[name].shape
            drawn[name + ".a"], drawn[name + ".b"] = rng.normal(0, columns**-0.5, (rank, columns)), np.zeros((rows, rank))
        return drawn

    def batch(rng):
        text = source("milestone-5").sample(rng, 32, 64, shifted=True)

        def predict(adapters):
            frozen = {name: torch.as_tensor(value) for name, value in base.items()}
            merged = {name: frozen[name] + 2 * adapters[name + ".b"] @ adapters[name + ".a"] for name in names}
            return language_model(text[:, :-1], {**frozen, **merged})

        return text[:, 1:], predict

    return batch, begin


def hidden(rng):
    brackets = source("milestone-3")
    text = brackets.sample(rng, 32, 48)
    masked, chosen = brackets.mask(rng, text)
    return np.where(chosen, text, -100), lambda w: language_model(masked, w, ("0", "1"), ahead=True)


# What a batch is, the weights' sizes, the steps and the highest rate.
RECIPES = {
    "milestone-1": (copying, partial(beginnings, vocabulary=11, outputs=11, layers=("e0", "e1", "d0", "d1"), crossed=("d0", "d1")), 800, 5e-3),
    "milestone-2": (causal("milestone-2", 32, 64), partial(beginnings, vocabulary=34, outputs=34, layers=("0",)), 1200, 1e-2),
    "milestone-3": (hidden, partial(beginnings, vocabulary=30, outputs=24, layers=("0", "1")), 1200, 5e-3),
    "milestone-4": (causal("milestone-4", 32, 64), partial(beginnings, vocabulary=36, outputs=36, layers=("0",)), 1400, 1e-2),
    "milestone-5/rank-1": (*adapters_of(1, ("head",)), 300, 2e-2),
    "milestone-5/rank-2": (*adapters_of(2, ("head",)), 300, 2e-2),
    "milestone-5/rank-4": (*adapters_of(4, ("head", "0.v")), 300, 2e-2),
    "milestone-6/gpt": (compared(blocks.gpt), blocks.gpt_beginnings, 1200, 1e-2),
    "milestone-6/llama": (compared(blocks.llama), blocks.llama_beginnings, 1200, 1e-2),
}


def train(batch, begin, steps, rate, seed=0, tell=print):
    """Adam with a warm-up and a fall to nothing. Returns the weights as arrays."""
    weights = {name: torch.tensor(value, dtype=torch.float32, requires_grad=True)
               for name, value in begin(np.random.default_rng(seed)).items()}
    rng, started = np.random.default_rng([seed, 1]), time.perf_counter()
    optimizer = torch.optim.Adam(list(weights.values()), betas=(0.9, 0.98))
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1, (step + 1) / 50, (steps - step) / (0.5 * steps))
        wanted, predict = batch(rng)
        logits = predict(weights)
        loss = cross_entropy(logits.reshape(-1, logits.shape[-1]), torch.as_tensor(wanted).reshape(-1))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % 100 == 99:
            tell(f"step {step + 1} of {steps}, loss {loss.item():.4f}, {time.perf_counter() - started:.0f} s")
    return {name: value.detach().numpy() for name, value in weights.items()}


def main():
    name = sys.argv[1]
    path = sys.argv[2] if len(sys.argv) > 2 else os.path.join(HERE, kept_as(name))
    torch.manual_seed(0)
    trained = train(*RECIPES[name], tell=lambda text: print(text, flush=True))
    np.savez_compressed(path, **{key: value.astype(np.float16) for key, value in trained.items()})


if __name__ == "__main__":
    main()
