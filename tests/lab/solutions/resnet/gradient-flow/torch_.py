"""Gradients of a stack of blocks by PyTorch's automatic differentiation, in float32."""
import torch


def gradient_norms(x, first, second, d_output, shortcuts=True):
    """x, d_output: (batch, units); first, second: (blocks, units, units). Returns tensors states, first, second."""
    x, first, second, d_output = (torch.tensor(v, dtype=torch.float32) for v in (x, first, second, d_output))
    states = [x.requires_grad_()]
    weights_1, weights_2 = ([w.clone().requires_grad_() for w in stack] for stack in (first, second))
    for w_1, w_2 in zip(weights_1, weights_2):
        branch = torch.nn.functional.linear(torch.relu(torch.nn.functional.linear(states[-1], w_1)), w_2)
        states.append(torch.relu(branch + states[-1] if shortcuts else branch))
    groups = {"states": states, "first": weights_1, "second": weights_2}
    return {
        name: torch.stack([d.norm() for d in torch.autograd.grad(states[-1], group, d_output, retain_graph=True)])
        for name, group in groups.items()
    }
