"""A GPT block and a LLaMA block, trained on one budget, and what was measured of them on other text."""
from comparing import GPT, LLAMA, MEASURED, handed, losses, parameters


def submission():
    return handed([*parameters(gpt=GPT, llama=LLAMA), *losses(**MEASURED), {"kind": "same", "models": ["gpt", "llama"], "margin": 0.02}])
