"""The numbers counted in PyTorch modules without memory."""
import torch
from torch import nn


def count(shapes, layers, adapted, r):
    """Returns trainable, total, share, checkpoint_bytes, optimizer_bytes_saved."""
    def linear(width_in, out, learns):
        return nn.Linear(width_in, out, bias=False, device="meta").requires_grad_(learns)

    modules = [linear(width_in, out, False) for out, width_in in shapes.values()]
    for name in adapted:
        out, width_in = shapes[name]
        modules += [linear(width_in, r, True), linear(r, out, True)]
    weights = [module.weight for module in modules]
    trainable = layers * sum(one.numel() for one in weights if one.requires_grad)
    total = layers * sum(one.numel() for one in weights)
    half, single = (torch.tensor([], dtype=kind).element_size() for kind in (torch.float16, torch.float32))
    return {
        "trainable": trainable, "total": total, "share": trainable / total, "checkpoint_bytes": half * trainable,
        "optimizer_bytes_saved": 2 * single * (total - trainable),
    }
