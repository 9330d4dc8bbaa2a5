"""Direct preference optimization with PyTorch's logsigmoid and autograd."""
import torch
import torch.nn.functional as F


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta):
    """All arrays: (batch,). Returns loss, both gradients (batch,) and accuracy."""
    chosen, rejected = (torch.tensor(value, dtype=torch.float64, requires_grad=True) for value in (chosen, rejected))
    policy, reference = chosen - rejected, torch.as_tensor(ref_chosen) - torch.as_tensor(ref_rejected)
    logits = policy - reference
    loss = -F.logsigmoid(beta * logits).mean()
    loss.backward()
    accuracy = (logits > 0).double().mean()
    return {"loss": loss.detach(), "gradient_chosen": chosen.grad, "gradient_rejected": rejected.grad, "accuracy": accuracy}
