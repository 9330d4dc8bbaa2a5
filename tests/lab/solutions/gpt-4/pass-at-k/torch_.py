"""pass@k with PyTorch's lgamma."""
import torch


def pass_at_k(n, c, k):
    """n, c: (problems,). Returns a tensor (problems,)."""
    n, c = torch.as_tensor(n, dtype=torch.float64), torch.as_tensor(c, dtype=torch.float64)
    wrong = n - c

    def log_choose(many):
        return torch.lgamma(many + 1) - torch.lgamma(many - k + 1)

    some = 1 - torch.exp(log_choose(wrong.clamp(min=k)) - log_choose(n))
    return torch.where(wrong < k, torch.ones_like(some), some)
