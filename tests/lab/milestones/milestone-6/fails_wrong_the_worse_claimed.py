"""Says: gpt is the better one. The worse model is claimed to be the better one."""
from comparing import GPT, MEASURED, handed, losses, parameters
from passes_worse_known import WORSE


def submission():
    claims = [*parameters(gpt=GPT, worse=WORSE), *losses(gpt=MEASURED["gpt"], worse=1.2368)]
    return handed([*claims, {"kind": "better", "model": "worse", "than": "gpt"}], models={"gpt": GPT, "worse": WORSE})
