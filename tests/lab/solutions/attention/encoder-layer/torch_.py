"""The encoder layer with PyTorch's own module."""
import torch


def encoder_layer(x, weights, heads, mask=None):
    """x: (batch, tokens, d_model); mask: (batch, tokens). Returns a tensor (batch, tokens, d_model)."""
    w = {name: torch.as_tensor(value, dtype=torch.float64) for name, value in weights.items()}
    d_model, d_ff = w["ffn_w_1"].shape
    # Dropout is 0, and the module stays in training: in evaluation it may take a path of its own for padding.
    module = torch.nn.TransformerEncoderLayer(d_model, heads, d_ff, dropout=0.0, batch_first=True).double()
    module.load_state_dict({
        "self_attn.in_proj_weight": torch.cat([w["self_q"].T, w["self_k"].T, w["self_v"].T]),
        "self_attn.in_proj_bias": torch.zeros(3 * d_model),
        "self_attn.out_proj.weight": w["self_o"].T,
        "self_attn.out_proj.bias": torch.zeros(d_model),
        "norm1.weight": w["self_gain"],
        "norm1.bias": w["self_bias"],
        "linear1.weight": w["ffn_w_1"].T,
        "linear1.bias": w["ffn_b_1"],
        "linear2.weight": w["ffn_w_2"].T,
        "linear2.bias": w["ffn_b_2"],
        "norm2.weight": w["ffn_gain"],
        "norm2.bias": w["ffn_bias"],
    })
    padding = None if mask is None else ~torch.as_tensor(mask)
    return module(torch.as_tensor(x, dtype=torch.float64), src_key_padding_mask=padding).detach()
