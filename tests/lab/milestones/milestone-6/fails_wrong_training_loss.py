"""Says: Was it measured on text that the model was trained on. The loss that is claimed is too low."""
from comparing import GPT, LLAMA, MEASURED, handed, losses, parameters


def submission():
    low = {name: value - 0.05 for name, value in MEASURED.items()}
    return handed([*parameters(gpt=GPT, llama=LLAMA), *losses(**low), {"kind": "same", "models": ["gpt", "llama"], "margin": 0.02}])
