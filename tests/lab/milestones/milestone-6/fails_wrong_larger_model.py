"""Says: more than the smallest, at most 5% is asked. One of the two has twice the parameters."""
import numpy as np
from comparing import GPT, LLAMA, MEASURED, handed, losses, parameters

LARGE = {**LLAMA, "more": np.ones(16544, dtype=np.float32)}


def submission():
    return handed([*parameters(gpt=GPT, llama=LARGE), *losses(**MEASURED), {"kind": "same", "models": ["gpt", "llama"], "margin": 0.02}],
                  models={"gpt": GPT, "llama": LARGE})
