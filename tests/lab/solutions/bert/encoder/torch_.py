"""The encoder with PyTorch's own TransformerEncoderLayer, in float32."""
import torch
import torch.nn.functional as F
from torch import nn


def encoder(x, mask, weights, heads):
    """x: (batch, length, hidden); mask: (batch, length). Returns a tensor (batch, length, hidden)."""
    w = {name: torch.as_tensor(value, dtype=torch.float32) for name, value in weights.items()}
    x, padding = torch.as_tensor(x, dtype=torch.float32), torch.as_tensor(mask) == 0
    hidden, wide = w["inner"].shape[1:]
    for n in range(len(w["query"])):
        # It stays in training mode: in evaluation PyTorch may leave out the padded queries.
        layer = nn.TransformerEncoderLayer(hidden, heads, wide, 0.0, F.gelu, 1e-12, batch_first=True, norm_first=False)
        layer.load_state_dict({
            "self_attn.in_proj_weight": torch.cat([w[name][n].T for name in ("query", "key", "value")]),
            "self_attn.in_proj_bias": torch.cat([w[f"{name}_bias"][n] for name in ("query", "key", "value")]),
            "self_attn.out_proj.weight": w["output"][n].T, "self_attn.out_proj.bias": w["output_bias"][n],
            "linear1.weight": w["inner"][n].T, "linear1.bias": w["inner_bias"][n],
            "linear2.weight": w["outer"][n].T, "linear2.bias": w["outer_bias"][n],
            "norm1.weight": w["attention_gain"][n], "norm1.bias": w["attention_bias"][n],
            "norm2.weight": w["final_gain"][n], "norm2.bias": w["final_bias"][n],
        })
        x = layer(x, src_key_padding_mask=padding)
    return x.detach()
