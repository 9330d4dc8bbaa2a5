"""The law of the loss with PyTorch's L-BFGS on b, where a and c come from least squares at each step."""
import torch


def fit(compute, loss):
    """compute, loss: (runs,). Returns a, b, c and the prediction at compute 1."""
    x, y = torch.as_tensor(compute, dtype=torch.float64).log(), torch.as_tensor(loss, dtype=torch.float64)

    def line(b):
        power = torch.exp(b * x)
        p = power - power.mean()
        a = (p * (y - y.mean())).sum() / (p * p).sum()
        return a, y.mean() - a * power.mean()

    # The exponent's logarithm is free, so that b stays below 0.
    log_b = torch.tensor(-1.9, dtype=torch.float64, requires_grad=True)
    search = torch.optim.LBFGS([log_b], max_iter=60, tolerance_grad=1e-16, tolerance_change=1e-18, line_search_fn="strong_wolfe")

    def closure():
        search.zero_grad()
        b = -log_b.exp()
        a, c = line(b)
        cost = 1e6 * (a * torch.exp(b * x) + c - y).square().sum()
        cost.backward()
        return cost

    for _ in range(3):
        search.step(closure)
    b = -log_b.exp().detach()
    a, c = line(b)
    return {"a": a, "b": b, "c": c, "prediction": a + c}
