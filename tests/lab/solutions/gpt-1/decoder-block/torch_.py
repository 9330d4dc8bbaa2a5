"""A block of GPT-1 with PyTorch's TransformerEncoderLayer: norm last, a causal mask, GELU in its tanh form."""
import torch
from torch import nn


def decoder_block(x, weights, heads):
    """x: (batch, time, width). Returns a tensor (batch, time, width)."""
    w = {name: torch.as_tensor(value, dtype=torch.float64) for name, value in weights.items()}
    x = torch.as_tensor(x, dtype=torch.float64)
    width, inner = w["fc_weight"].shape
    layer = nn.TransformerEncoderLayer(
        width, heads, inner, dropout=0.0, activation=nn.GELU(approximate="tanh"), batch_first=True, norm_first=False,
    ).double()
    layer.load_state_dict({
        "self_attn.in_proj_weight": w["qkv_weight"].T, "self_attn.in_proj_bias": w["qkv_bias"],
        "self_attn.out_proj.weight": w["out_weight"].T, "self_attn.out_proj.bias": w["out_bias"],
        "linear1.weight": w["fc_weight"].T, "linear1.bias": w["fc_bias"],
        "linear2.weight": w["proj_weight"].T, "linear2.bias": w["proj_bias"],
        "norm1.weight": w["ln_1_gain"], "norm1.bias": w["ln_1_bias"],
        "norm2.weight": w["ln_2_gain"], "norm2.bias": w["ln_2_bias"],
    })
    time = x.shape[1]
    return layer(x, src_mask=torch.triu(torch.ones(time, time, dtype=torch.bool), 1))
