"""The line of least squares with torch.linalg.lstsq."""
import torch


def fit(x, loss, at):
    """x, loss: (points,); at: (m,). Returns exponent, scale, prediction."""
    x, loss, at = (torch.as_tensor(array, dtype=torch.float64) for array in (x, loss, at))
    columns = torch.stack([torch.ones_like(x), -x.log()], dim=1)
    level, exponent = torch.linalg.lstsq(columns, loss.log()[:, None]).solution[:, 0]
    scale = torch.exp(level / exponent)
    return {"exponent": exponent, "scale": scale, "prediction": (scale / at) ** exponent}
