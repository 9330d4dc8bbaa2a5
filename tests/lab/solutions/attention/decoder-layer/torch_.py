"""The decoder layer with PyTorch's own module."""
import torch


def decoder_layer(y, memory, weights, heads, memory_mask=None):
    """y: (batch, targets, d_model); memory: (batch, sources, d_model). Returns a tensor (batch, targets, d_model)."""
    y, memory = (torch.as_tensor(x, dtype=torch.float64) for x in (y, memory))
    w = {name: torch.as_tensor(value, dtype=torch.float64) for name, value in weights.items()}
    d_model, d_ff = w["ffn_w_1"].shape
    state = {}
    for name, module in (("self", "self_attn"), ("cross", "multihead_attn")):
        state[f"{module}.in_proj_weight"] = torch.cat([w[f"{name}_{part}"].T for part in "qkv"])
        state[f"{module}.in_proj_bias"] = torch.zeros(3 * d_model)
        state[f"{module}.out_proj.weight"] = w[f"{name}_o"].T
        state[f"{module}.out_proj.bias"] = torch.zeros(d_model)
    for name, module in (("self", "norm1"), ("cross", "norm2"), ("ffn", "norm3")):
        state[f"{module}.weight"], state[f"{module}.bias"] = w[f"{name}_gain"], w[f"{name}_bias"]
    for number in "12":
        state[f"linear{number}.weight"], state[f"linear{number}.bias"] = w[f"ffn_w_{number}"].T, w[f"ffn_b_{number}"]
    layer = torch.nn.TransformerDecoderLayer(d_model, heads, d_ff, dropout=0.0, batch_first=True).double()
    layer.load_state_dict(state)
    future = torch.ones(y.shape[1], y.shape[1], dtype=torch.bool).triu(1)
    padding = None if memory_mask is None else ~torch.as_tensor(memory_mask)
    return layer(y, memory, tgt_mask=future, memory_key_padding_mask=padding).detach()
