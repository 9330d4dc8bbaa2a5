from __future__ import annotations

import numpy as np

# Train in another file or a notebook and keep the weights beside this file; load them here, once.
# from study_lab import source
# text = source("milestone-6").sample(np.random.default_rng(0), 64, 64)


def profile(config: dict) -> dict:
    """The figures of a configuration: parameters, non_embedding, training_flops, attention_share,
    kv_cache_bytes_per_token, tokens_per_parameter, chinchilla_parameters."""
    raise NotImplementedError("milestone 6: the profile of a configuration")


def logits(name: str, tokens: np.ndarray, weights: dict[str, np.ndarray]) -> np.ndarray:
    """The next token's logits of the model of that name, from the weights that are given.

    tokens: (batch, time), integers from 0 to 33.
    Returns (batch, time, 34).
    """
    raise NotImplementedError("milestone 6: the logits of the models that are compared")


def submission() -> dict:
    """The models, what computes them, and what you claim of them."""
    claims = [
        # {"kind": "parameters", "model": "gpt", "value": 14528},
        # {"kind": "loss", "model": "gpt", "value": 1.85},
        # {"kind": "better", "model": "llama", "than": "gpt"},
    ]
    # return {"models": {"gpt": ..., "llama": ...}, "logits": logits, "claims": claims, "profile": profile}
    raise NotImplementedError(f"milestone 6: two models and what you claim of them ({len(claims)} claims so far)")
