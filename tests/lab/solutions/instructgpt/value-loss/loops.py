"""The clipped loss of the value function, token by token."""
import numpy as np


def value_loss(values, values_old, returns, mask, epsilon):
    """All arrays: (batch, time). Returns loss and gradient (batch, time)."""
    places = [place for place in np.ndindex(*values.shape) if mask[place]]
    loss, gradient = 0.0, np.zeros(values.shape)
    for place in places:
        value, old, target = values[place], values_old[place], returns[place]
        held = min(max(value, old - epsilon), old + epsilon)
        if abs(held - target) > abs(value - target):
            loss += 0.5 * (held - target) ** 2
        else:
            loss += 0.5 * (value - target) ** 2
            gradient[place] = (value - target) / len(places)
    return {"loss": loss / len(places), "gradient": gradient}
