"""Says: does the model find a speaker's last word. Draws from counts of four tokens of much text."""
import numpy as np
from counts import counted

logits = counted("milestone-4", order=4, outputs=36)
rng = np.random.default_rng()


def generate(prompt, n):
    text = list(prompt)
    for _ in range(n):
        last = logits(np.array([text[-8:]]))[0, -1]
        text.append(int((last + rng.gumbel(size=36)).argmax()))
    return text[len(prompt) :]
