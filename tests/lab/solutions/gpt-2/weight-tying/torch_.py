"""A tied embedding with PyTorch: one parameter used twice, and automatic differentiation."""
import torch
import torch.nn.functional as F


def tied_loss(tokens, targets, embedding, weight):
    """tokens, targets: (batch, time); embedding: (vocabulary, width); weight: (width, width). Returns a dict."""
    tokens, targets = torch.as_tensor(tokens), torch.as_tensor(targets)
    matrix = torch.tensor(embedding, requires_grad=True)
    logits = F.linear(torch.tanh(F.embedding(tokens, matrix) @ torch.as_tensor(weight)), matrix)
    loss = F.cross_entropy(logits.flatten(0, 1), targets.flatten())
    (gradient,) = torch.autograd.grad(loss, matrix)
    return {"logits": logits, "loss": loss, "embedding_gradient": gradient}
