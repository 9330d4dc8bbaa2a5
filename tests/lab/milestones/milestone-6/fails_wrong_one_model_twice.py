"""Says: one model compared with itself. The same weights under two names."""
from comparing import GPT, MEASURED, handed, losses, parameters


def submission():
    same = MEASURED["gpt"]
    return handed([*parameters(gpt=GPT, again=GPT), *losses(gpt=same, again=same), {"kind": "same", "models": ["gpt", "again"]}],
                  models={"gpt": GPT, "again": GPT})
