"""The objective in PyTorch."""
import torch


def objective(score, logp, logp_sft, mask, pretrain_logp, pretrain_mask, beta, gamma):
    """Returns a dict of tensors."""
    score, logp, logp_sft, texts = (torch.as_tensor(value) for value in (score, logp, logp_sft, pretrain_logp))
    outside, empty = torch.as_tensor(mask) == 0, torch.as_tensor(pretrain_mask) == 0
    ratios = (logp - logp_sft).masked_fill(outside, 0.0).sum(dim=1)
    pretrain = texts.masked_fill(empty, 0.0).sum(dim=1).mean()
    value = (score - beta * ratios).mean() + gamma * pretrain
    return {"objective": value, "reward": score.mean(), "kl": ratios.mean(), "pretrain": pretrain}
