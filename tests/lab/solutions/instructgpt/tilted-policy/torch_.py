"""The best policy with PyTorch's log_softmax and its KL divergence."""
import torch
import torch.nn.functional as F


def tilt(reference, rewards, beta):
    """reference, rewards: (batch, n). Returns a dict of tensors."""
    reference, rewards = torch.as_tensor(reference), torch.as_tensor(rewards)
    log_policy = F.log_softmax(reference.log() + rewards / beta, dim=-1)
    policy = log_policy.exp()
    kl = F.kl_div(reference.log(), log_policy, log_target=True, reduction="none").sum(dim=-1)
    reward = (policy * rewards).sum(dim=-1)
    return {"policy": policy, "reward": reward, "kl": kl, "value": reward - beta * kl}
