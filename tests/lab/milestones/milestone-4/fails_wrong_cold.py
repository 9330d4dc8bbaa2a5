"""Says: It keeps to what is most likely. Temperature one half."""
from drawing import draw, rng


def cold(chances):
    return int(rng.choice(len(chances), p=chances**2 / (chances**2).sum()))


def generate(prompt, n):
    return draw(prompt, n, pick=cold)
