"""PyTorch's L-BFGS in float64, on centred logarithms and a scaled objective."""
import torch


def fit(n, d, loss, start, delta):
    n, d, loss = (torch.as_tensor(one, dtype=torch.float64).log() for one in (n, d, loss))
    la, lb, le, alpha, beta = (float(one) for one in start)
    mn, md = n.mean(), d.mean()
    z = torch.tensor([la - alpha * float(mn), lb - beta * float(md), le, 10 * alpha, 10 * beta], dtype=torch.float64, requires_grad=True)
    huber = torch.nn.HuberLoss(reduction="sum", delta=delta)

    def objective():
        parts = [z[0] - z[3] / 10 * (n - mn), z[1] - z[4] / 10 * (d - md), z[2].expand_as(n)]
        return huber(torch.logsumexp(torch.stack(parts), dim=0), loss)

    for _ in range(6):
        search = torch.optim.LBFGS([z], max_iter=100, history_size=20, tolerance_grad=1e-14, tolerance_change=1e-16, line_search_fn="strong_wolfe")

        def closure():
            search.zero_grad()
            value = 1e4 * objective()
            value.backward()
            return value

        search.step(closure)
    with torch.no_grad():
        alpha, beta = z[3] / 10, z[4] / 10
        return {"e": z[2].exp(), "a": (z[0] + alpha * mn).exp(), "b": (z[1] + beta * md).exp(), "alpha": alpha, "beta": beta, "objective": objective()}
