"""The frontier by search: the best size by golden sections, the loss of a size by halving."""
import math


def frontier(compute, constants):
    """compute: FLOPs. Returns loss, parameters, steps, batch, tokens."""
    a_n, a_s, a_b = constants["alpha_n"], constants["alpha_s"], constants["alpha_b"]

    def steps_of(size, loss):
        return compute / (6 * size * constants["b_star"] * loss ** (-1 / a_b))

    def loss_of(size):
        low, high = -10.0, 10.0
        for _ in range(120):
            middle = (low + high) / 2
            loss = math.exp(middle)
            value = (constants["n_c"] / size) ** a_n + (constants["s_c"] / steps_of(size, loss)) ** a_s
            low, high = (middle, high) if value > loss else (low, middle)
        return math.exp(low)

    # The slope of the loss over the size changes its sign at the best size: (S_c/S)^a_s = a_n/a_s (N_c/N)^a_n.
    low, high = math.log(1e2), math.log(1e16)
    for _ in range(120):
        middle = (low + high) / 2
        size = math.exp(middle)
        rest = loss_of(size) - (constants["n_c"] / size) ** a_n
        if a_s * rest < a_n * (constants["n_c"] / size) ** a_n:
            low = middle
        else:
            high = middle
    size = math.exp(low)
    loss = loss_of(size)
    steps, batch = steps_of(size, loss), constants["b_star"] * loss ** (-1 / a_b)
    return {"loss": loss, "parameters": size, "steps": steps, "batch": batch, "tokens": batch * steps}
