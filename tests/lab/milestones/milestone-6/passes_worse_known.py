"""A model beside another that was made worse by noise in its weights: better is claimed, and the gap."""
import numpy as np
from comparing import GPT, MEASURED, handed, losses, parameters

rng = np.random.default_rng(0)
WORSE = {name: value + 0.04 * rng.normal(size=value.shape).astype(np.float32) for name, value in GPT.items()}


def submission():
    claims = [*parameters(gpt=GPT, worse=WORSE), *losses(gpt=MEASURED["gpt"]), {"kind": "gap", "model": "gpt", "value": 0.0043}]
    return handed([*claims, *losses(worse=1.2368), {"kind": "better", "model": "gpt", "than": "worse"}], models={"gpt": GPT, "worse": WORSE})
