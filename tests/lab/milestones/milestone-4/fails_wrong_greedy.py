"""Says: keeps to what is most likely. Takes the best token each time."""
import numpy as np
from study_lab import source

P = source("milestone-4").P


def generate(prompt, n):
    text = list(prompt)
    for _ in range(n):
        text.append(int(P[text[-2], text[-1]].argmax()))
    return np.array(text[len(prompt):])
