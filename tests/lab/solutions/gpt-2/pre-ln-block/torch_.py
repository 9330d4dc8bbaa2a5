"""A block of GPT-2 with PyTorch's layer_norm, multi_head_attention_forward and gelu."""
import torch
import torch.nn.functional as F


def pre_ln_block(x, weights, heads):
    """x: (batch, time, width). Returns a tensor (batch, time, width)."""
    w = {name: torch.as_tensor(value, dtype=torch.float64) for name, value in weights.items()}
    x = torch.as_tensor(x, dtype=torch.float64)
    _, time, width = x.shape
    n = F.layer_norm(x, (width,), w["ln_1_gain"], w["ln_1_bias"]).transpose(0, 1)
    future = torch.triu(torch.ones(time, time, dtype=torch.bool), 1)
    mixed, _ = F.multi_head_attention_forward(
        n, n, n, width, heads, w["qkv_weight"].T, w["qkv_bias"], None, None, False, 0.0, w["out_weight"].T, w["out_bias"],
        training=False, need_weights=False, attn_mask=future,
    )
    x = x + mixed.transpose(0, 1)
    n = F.layer_norm(x, (width,), w["ln_2_gain"], w["ln_2_bias"])
    inner = F.gelu(n @ w["fc_weight"] + w["fc_bias"], approximate="tanh")
    return x + inner @ w["proj_weight"] + w["proj_bias"]
