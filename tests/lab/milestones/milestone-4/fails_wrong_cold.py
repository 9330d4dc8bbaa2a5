"""Says: It keeps to what is most likely. Temperature one half."""
from drawing import draw


def generate(prompt, n):
    return draw(prompt, n, temperature=0.5)
