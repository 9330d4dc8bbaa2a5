"""Says: gpt has 16,608 parameters, not 16,000. Rounded."""
from comparing import GPT, LLAMA, MEASURED, handed, losses, parameters


def submission():
    claims = [{"kind": "parameters", "model": "gpt", "value": 16000}, *parameters(llama=LLAMA), *losses(**MEASURED)]
    return handed([*claims, {"kind": "same", "models": ["gpt", "llama"], "margin": 0.02}])
