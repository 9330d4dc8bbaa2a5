"""The feed-forward network from PyTorch's modules, in float32."""
import torch
from torch import nn


def feed_forward(x, weights):
    """x: (batch, tokens, d_model). Returns a tensor (batch, tokens, d_model)."""
    d_model, d_ff = weights["w_1"].shape
    network = nn.Sequential(nn.Linear(d_model, d_ff), nn.ReLU(), nn.Linear(d_ff, d_model))
    w = {name: torch.tensor(value, dtype=torch.float32) for name, value in weights.items()}
    network.load_state_dict({"0.weight": w["w_1"].T, "0.bias": w["b_1"], "2.weight": w["w_2"].T, "2.bias": w["b_2"]})
    return network(torch.as_tensor(x, dtype=torch.float32)).detach()
