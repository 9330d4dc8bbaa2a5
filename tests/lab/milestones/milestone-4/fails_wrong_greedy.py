"""Says: It keeps to what is most likely. The best token each time."""
from drawing import draw


def generate(prompt, n):
    return draw(prompt, n, pick=lambda chances: int(chances.argmax()))
