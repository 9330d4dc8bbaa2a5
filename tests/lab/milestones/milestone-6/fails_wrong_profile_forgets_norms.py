"""Says: parameters is. The profile leaves out the norms at the end."""
from comparing import GPT, LLAMA, handed, parameters
from study_lab import source


def profile(config):
    right = source("milestone-6").profile(config)
    return {**right, "parameters": right["parameters"] - config["width"]}


def submission():
    return handed(parameters(gpt=GPT, llama=LLAMA), profile=profile)
