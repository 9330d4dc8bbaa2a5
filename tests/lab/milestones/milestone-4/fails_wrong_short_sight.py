"""Says: does the model find a speaker's last word. Sees the last six tokens only."""
from drawing import draw


def generate(prompt, n):
    return draw(prompt, n, sight=6)
