"""Says: It keeps to what is most likely. The best token each time."""
import numpy as np
from drawing import talk


def generate(prompt, n):
    text = list(prompt)
    for _ in range(n):
        text.append(int(talk.probabilities(np.array([text]))[0, -1].argmax()))
    return text[len(prompt) :]
