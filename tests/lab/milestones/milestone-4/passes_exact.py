"""Draws from the source itself, after the prompt."""
from drawing import draw


def generate(prompt, n):
    return draw(prompt, n)
