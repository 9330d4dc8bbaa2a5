"""The clipped loss of the value function from the distances to the return, in einsum."""
import numpy as np


def value_loss(values, values_old, returns, mask, epsilon):
    """All arrays: (batch, time). Returns loss and gradient (batch, time)."""
    count = np.einsum("bt->", mask)
    error = values - returns
    beyond = values - np.clip(values, values_old - epsilon, values_old + epsilon)
    # Beyond the clip the held value is nearer to the old one, which is worse where the return lies on this side.
    stuck = np.abs(error - beyond) > np.abs(error)
    kept = np.where(stuck, error - beyond, error)
    return {"loss": np.einsum("bt,bt,bt->", mask, kept, kept) / (2 * count), "gradient": np.einsum("bt,bt->bt", mask / count, error * ~stuck)}
