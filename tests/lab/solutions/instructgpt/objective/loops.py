"""The objective, text by text."""


def total(values, mask):
    """The sum of the values whose mask is 1."""
    return sum(float(value) for value, inside in zip(values, mask) if inside)


def objective(score, logp, logp_sft, mask, pretrain_logp, pretrain_mask, beta, gamma):
    """Returns {"objective", "reward", "kl", "pretrain"}."""
    ratios = [total(new, inside) - total(old, inside) for new, old, inside in zip(logp, logp_sft, mask)]
    texts = [total(values, inside) for values, inside in zip(pretrain_logp, pretrain_mask)]
    inner = [s - beta * ratio for s, ratio in zip(score, ratios)]
    pretrain = sum(texts) / len(texts)
    return {
        "objective": sum(inner) / len(inner) + gamma * pretrain,
        "reward": sum(score) / len(score),
        "kl": sum(ratios) / len(ratios),
        "pretrain": pretrain,
    }
