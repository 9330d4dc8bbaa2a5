"""The rewards of tokens in PyTorch, the score added with scatter_add."""
import torch


def token_rewards(score, logp, logp_sft, mask, beta):
    """score: (batch,); logp, logp_sft, mask: (batch, time). Returns a tensor (batch, time)."""
    score, logp, logp_sft, mask = (torch.as_tensor(value) for value in (score, logp, logp_sft, mask))
    rewards = (beta * (logp_sft - logp)).masked_fill(mask == 0, 0.0)
    last = (torch.arange(mask.shape[1]) * mask).argmax(dim=1, keepdim=True)
    return rewards.scatter_add(1, last, score[:, None])
