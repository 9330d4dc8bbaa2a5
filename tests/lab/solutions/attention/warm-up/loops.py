"""The learning rate step by step, as two branches."""
import math

import numpy as np


def learning_rate(steps, d_model=512, warmup_steps=4000):
    """steps: (count,). Returns (count,)."""
    peak = 1 / math.sqrt(d_model * warmup_steps)
    rates = []
    for step in steps:
        if step < warmup_steps:
            rates.append(peak * step / warmup_steps)
        else:
            rates.append(peak * math.sqrt(warmup_steps / step))
    return np.array(rates)
