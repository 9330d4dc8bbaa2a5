"""Says: At least two claims of parameters. Two claims alone."""
from comparing import GPT, LLAMA, handed, parameters


def submission():
    return handed(parameters(gpt=GPT, llama=LLAMA))
