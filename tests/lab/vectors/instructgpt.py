"""Makes instructgpt.json: losses and gradients from PyTorch's own functions and autograd, and the best policy from a search, for the references to be held to.

Usage: python instructgpt.py (writes beside itself; needs torch and scipy).
"""
from __future__ import annotations

from itertools import combinations

import numpy as np
import scipy
import torch
import torch.nn.functional as F
from scipy.optimize import minimize
from scipy.stats import entropy
from frame import drawn, rounded, vector, write

SEED = 220302155


def ranked_pairs(rng):
    """TRL's loss of a reward model, -logsigmoid(chosen - rejected).mean(), over the pairs of each prompt."""
    for label, prompts, k, levels in (("four completions", 2, 4, 4), ("nine completions", 3, 9, 9), ("ties", 3, 5, 3)):
        rewards = drawn(rng, prompts, k).requires_grad_()
        ranks = np.stack([rng.permutation(np.resize(np.arange(1, levels + 1), k)) for _ in range(prompts)])
        losses = []
        for row, places in zip(rewards, ranks):
            pairs = [sorted(pair, key=lambda at: places[at]) for pair in combinations(range(k), 2)]
            pairs = [(w, l) for w, l in pairs if places[w] != places[l]]
            losses.append(torch.stack([-F.logsigmoid(row[w] - row[l]) for w, l in pairs]).mean())
        loss = torch.stack(losses).mean()
        (gradient,) = torch.autograd.grad(loss, rewards)
        yield vector("reward-loss", label, {"rewards": rewards, "ranks": ranks}, (loss, gradient))


def penalized(rng):
    """The rewards of PPO as TRL makes them: -kl_coef * kl, and the score added at each sequence's end."""
    for label, lengths, beta in (("three completions", (5, 3, 4), 0.1), ("the paper's beta", (6, 2), 0.02)):
        time = 8
        logp, logp_sft = -drawn(rng, len(lengths), time).abs(), -drawn(rng, len(lengths), time).abs()
        score = drawn(rng, len(lengths))
        at = torch.arange(time)[None]
        ends = 1 + torch.tensor(lengths)[:, None]
        mask = (at >= 2) & (at <= ends)
        rewards = torch.masked_fill(-beta * (logp - logp_sft), ~mask, 0.0)
        rewards[torch.arange(len(lengths)), ends[:, 0]] += score
        arguments = {"score": score, "logp": logp, "logp_sft": logp_sft, "mask": mask.long(), "beta": beta}
        yield vector("token-rewards", label, arguments, rewards)


def mixtures(rng):
    """Advantages as the exponentially weighted mean of n-step advantages (Schulman et al. 2016, Section 3), not as a recursion."""
    for label, length, gamma, lam in (("no discount", 6, 1.0, 0.95), ("with discount", 5, 0.9, 0.6), ("one token", 1, 0.8, 0.7)):
        rewards, values = drawn(rng, 1, length + 2), drawn(rng, 1, length + 2)
        r, v = rewards[0, :length], torch.cat([values[0, :length], torch.zeros(1, dtype=torch.float64)])
        found = torch.zeros(length + 2, dtype=torch.float64)
        for t in range(length):
            steps = length - t
            ahead = [sum(gamma**i * r[t + i] for i in range(n)) + gamma**n * v[t + n] - v[t] for n in range(1, steps + 1)]
            # Beyond the end all n-step advantages are the last one, which takes the rest of the weight.
            weights = [(1 - lam) * lam ** (n - 1) for n in range(1, steps)] + [lam ** (steps - 1)]
            found[t] = sum(w * a for w, a in zip(weights, ahead))
        mask = (torch.arange(length + 2)[None] < length).long()
        returns = found + torch.cat([values[0, :length], torch.zeros(2, dtype=torch.float64)])
        arguments = {"rewards": rewards, "values": values, "mask": mask, "gamma": gamma, "lam": lam}
        yield vector("advantages", label, arguments, (found[None], returns[None]))


def clipped_objectives(rng):
    """The loss of PPO from probabilities themselves, torch.minimum and autograd."""
    for label, spread, epsilon in (("near", 0.2, 0.2), ("far", 0.8, 0.1)):
        old = -drawn(rng, 2, 6).abs()
        logp = (old + spread * drawn(rng, 2, 6)).requires_grad_()
        advantages = drawn(rng, 2, 6)
        mask = torch.tensor([[0, 1, 1, 1, 1, 1], [0, 0, 1, 1, 0, 0]])
        ratio = logp.exp() / old.exp()
        free, held = ratio * advantages, ratio.clamp(1 - epsilon, 1 + epsilon) * advantages
        loss = -(torch.minimum(free, held) * mask).sum() / mask.sum()
        (gradient,) = torch.autograd.grad(loss, logp)
        arguments = {"logp": logp, "logp_old": old, "advantages": advantages, "mask": mask, "epsilon": epsilon}
        clipped = (held < free)[mask == 1].double().mean()
        yield vector("ppo-loss", label, arguments, {"loss": loss, "gradient": gradient, "clipped": clipped})


def whole_objectives(rng):
    """Equation (2) from the log probabilities of whole texts, summed before they are padded."""
    for label, beta, gamma in (("the paper's coefficients", 0.02, 27.8), ("others", 0.3, 0.5)):
        rows = [(drawn(rng, n), drawn(rng, n)) for n in (4, 2, 5)]
        texts = [drawn(rng, n) for n in (3, 6)]
        score = drawn(rng, 3)
        ratios = torch.stack([(new - old).sum() for new, old in rows])
        pretrain = torch.stack([text.sum() for text in texts]).mean()
        pad = torch.nn.utils.rnn.pad_sequence
        expected = {
            "objective": (score - beta * ratios).mean() + gamma * pretrain, "reward": score.mean(), "kl": ratios.mean(),
            "pretrain": pretrain,
        }
        arguments = {
            "score": score, "logp": pad([new for new, _ in rows], True, 7.0), "logp_sft": pad([old for _, old in rows], True, -3.0),
            "mask": pad([torch.ones(len(new), dtype=torch.long) for new, _ in rows], True),
            "pretrain_logp": pad(texts, True, 5.0), "pretrain_mask": pad([torch.ones(len(t), dtype=torch.long) for t in texts], True),
            "beta": beta, "gamma": gamma,
        }
        yield vector("objective", label, arguments, expected)


def best_policies(rng):
    """The maximum of reward minus beta times divergence, found on the simplex by SciPy."""
    for label, n, beta in (("three answers", 3, 0.7), ("five answers", 5, 2.0)):
        reference = rng.uniform(0.2, 1.0, size=n)
        reference = rounded(reference / reference.sum())
        reference[-1] = 1.0 - reference[:-1].sum()
        rewards = rounded(rng.normal(size=n))

        def cost(logits):
            logs = logits - np.logaddexp.reduce(logits)
            return -(np.exp(logs) * (rewards - beta * (logs - np.log(reference)))).sum()

        found = minimize(cost, np.zeros(n), method="BFGS", options={"gtol": 1e-10})
        found = minimize(cost, found.x, method="Nelder-Mead", options={"xatol": 1e-10, "fatol": 1e-15, "maxiter": 20000})
        policy = np.exp(found.x - np.logaddexp.reduce(found.x))
        kl = entropy(policy, reference)
        expected = {"policy": policy[None], "reward": (policy @ rewards)[None], "kl": kl[None], "value": np.array([-found.fun])}
        arguments = {"reference": reference[None], "rewards": rewards[None], "beta": beta}
        yield vector("tilted-policy", label, arguments, expected)


def direct_preferences(rng):
    """TRL's sigmoid loss, -logsigmoid(beta * (policy log ratio - reference log ratio)), and autograd."""
    for label, batch, beta in (("four pairs", 4, 0.1), ("a large beta", 3, 1.5)):
        chosen, rejected = (drawn(rng, batch).requires_grad_() for _ in range(2))
        ref_chosen, ref_rejected = drawn(rng, batch), drawn(rng, batch)
        logits = (chosen - rejected) - (ref_chosen - ref_rejected)
        loss = -F.logsigmoid(beta * logits).mean()
        d_chosen, d_rejected = torch.autograd.grad(loss, (chosen, rejected))
        accuracy = (beta * (chosen - ref_chosen) > beta * (rejected - ref_rejected)).double().mean()
        arguments = {
            "chosen": chosen, "rejected": rejected, "ref_chosen": ref_chosen, "ref_rejected": ref_rejected, "beta": beta,
        }
        expected = {"loss": loss, "gradient_chosen": d_chosen, "gradient_rejected": d_rejected, "accuracy": accuracy}
        yield vector("dpo-loss", label, arguments, expected)


def demonstrations(rng):
    """Cross-entropy with the label -100 outside of the completions."""
    for label, prompts, lengths in (("two texts", (2, 3), (6, 4)), ("one text", (1,), (5,))):
        logits = 2 * drawn(rng, len(lengths), 7, 6)
        tokens = torch.from_numpy(rng.integers(1, 6, size=(len(lengths), 7)))
        place = torch.arange(7)[None]
        tokens[place >= torch.tensor(lengths)[:, None] - 1] = 0
        inside = (place >= torch.tensor(prompts)[:, None]) & (place < torch.tensor(lengths)[:, None])
        labels = torch.where(inside, tokens, torch.full_like(tokens, -100))
        loss = F.cross_entropy(logits[:, :-1].flatten(0, 1), labels[:, 1:].flatten())
        arguments = {"logits": logits, "tokens": tokens, "prompt_lengths": np.array(prompts), "lengths": np.array(lengths)}
        yield vector("sft-loss", label, arguments, loss)


def clipped_values(rng):
    """TRL's loss of the value function, 0.5 * masked_mean(max(...)), and autograd."""
    for label, spread, epsilon in (("near", 0.3, 0.2), ("far", 1.0, 0.1)):
        old, returns = drawn(rng, 2, 6), drawn(rng, 2, 6)
        values = (old + spread * drawn(rng, 2, 6)).requires_grad_()
        mask = torch.tensor([[0, 1, 1, 1, 1, 1], [0, 0, 1, 1, 0, 0]])
        held = torch.min(torch.max(values, old - epsilon), old + epsilon)
        larger = torch.max((values - returns) ** 2, (held - returns) ** 2)
        loss = 0.5 * (larger * mask).sum() / mask.sum()
        (gradient,) = torch.autograd.grad(loss, values)
        # Inside of the clip both squares are one, and each branch has half of the gradient: together all of it.
        arguments = {"values": values, "values_old": old, "returns": returns, "mask": mask, "epsilon": epsilon}
        yield vector("value-loss", label, arguments, {"loss": loss, "gradient": gradient})


MAKERS = (ranked_pairs, penalized, mixtures, clipped_objectives, whole_objectives, best_policies, direct_preferences, demonstrations, clipped_values)


def main():
    versions = {"torch": torch.__version__.split("+")[0], "scipy": scipy.__version__, "numpy": np.__version__}
    write(__file__, SEED, MAKERS, versions)


if __name__ == "__main__":
    main()
