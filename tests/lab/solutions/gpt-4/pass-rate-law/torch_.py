"""The law of the pass rate with PyTorch's least squares."""
import math

import torch


def predict(compute, rates, at):
    """compute: (models,); rates: (models, problems). Returns kept, alpha, k and prediction."""
    rates, x = torch.as_tensor(rates), torch.as_tensor(compute).log()
    kept = (rates > 0).all(dim=0)
    y = (-rates[:, kept].log().mean(dim=1)).log()
    height, slope = torch.linalg.lstsq(torch.stack([torch.ones_like(x), x], dim=1), y[:, None]).solution[:, 0]
    return {"kept": kept, "alpha": height.exp(), "k": -slope, "prediction": (height + slope * math.log(at)).exp()}
