"""Says: stand where none of their kind can. Words of any speaker, whoever was named."""
from drawing import draw, rng


def generate(prompt, n):
    text = draw(prompt, n)
    text[1::2] = 6 + rng.integers(0, 30, size=len(text[1::2]))
    return text
