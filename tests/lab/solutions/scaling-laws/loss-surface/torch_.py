"""The joint law in PyTorch, float32."""
import torch


def surface(n, d, constants, excess):
    """n, d: shapes that broadcast. Returns loss, overfit, tokens."""
    n, d = (torch.as_tensor(array, dtype=torch.float32) for array in (n, d))
    ratio = constants["alpha_n"] / constants["alpha_d"]
    size = (constants["n_c"] / n).pow(ratio)
    loss = (size + constants["d_c"] / d).pow(constants["alpha_d"])
    overfit = torch.expm1(constants["alpha_d"] * torch.log1p(constants["d_c"] / d / size))
    tokens = constants["d_c"] / size / ((1 + excess) ** (1 / constants["alpha_d"]) - 1)
    return {"loss": loss, "overfit": overfit, "tokens": tokens}
