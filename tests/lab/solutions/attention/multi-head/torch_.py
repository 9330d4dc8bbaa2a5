"""Multi-head attention with PyTorch's own module."""
import torch


def multi_head_attention(query, key, value, weights, heads, mask=None):
    """query: (batch, queries, d_model); key, value: (batch, keys, d_model). Returns a tensor (batch, queries, d_model)."""
    query, key, value = (torch.as_tensor(x, dtype=torch.float64) for x in (query, key, value))
    w = {name: torch.as_tensor(matrix, dtype=torch.float64) for name, matrix in weights.items()}
    module = torch.nn.MultiheadAttention(query.shape[-1], heads, bias=False, batch_first=True).double()
    module.load_state_dict({
        "in_proj_weight": torch.cat([w["w_q"].T, w["w_k"].T, w["w_v"].T]),
        "out_proj.weight": w["w_o"].T,
    })
    hidden = None
    if mask is not None:
        hidden = ~torch.as_tensor(mask)
        if hidden.dim() == 3:
            hidden = hidden.repeat_interleave(heads, dim=0)
    return module(query, key, value, attn_mask=hidden, need_weights=False)[0].detach()
