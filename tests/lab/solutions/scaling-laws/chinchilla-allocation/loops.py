"""The best size over its logarithm, by the sign of the slope of the loss."""
import math


def allocate(compute, e, a, b, alpha, beta):
    """compute: FLOPs. Returns parameters, tokens, loss."""
    low, high = math.log(1.0), math.log(compute / 6)
    for _ in range(200):
        middle = (low + high) / 2
        size = math.exp(middle)
        tokens = compute / 6 / size
        slope = -alpha * a * size**-alpha + beta * b * tokens**-beta
        low, high = (middle, high) if slope < 0 else (low, middle)
    size = math.exp(low)
    tokens = compute / 6 / size
    return {"parameters": size, "tokens": tokens, "loss": e + a * size**-alpha + b * tokens**-beta}
