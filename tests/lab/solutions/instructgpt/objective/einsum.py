"""The objective from weighted sums with einsum."""
import numpy as np


def objective(score, logp, logp_sft, mask, pretrain_logp, pretrain_mask, beta, gamma):
    """Returns {"objective", "reward", "kl", "pretrain"}."""
    kl = np.einsum("bt,bt->", mask, logp - logp_sft) / len(score)
    pretrain = np.einsum("nt,nt->", pretrain_mask, pretrain_logp) / len(pretrain_logp)
    reward = np.einsum("b->", score) / len(score)
    value = np.dot([1.0, -beta, gamma], [reward, kl, pretrain])
    return {"objective": value, "reward": reward, "kl": kl, "pretrain": pretrain}
