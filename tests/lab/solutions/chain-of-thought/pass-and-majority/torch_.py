"""Chen et al.'s product for pass, torch.combinations for the votes."""
import torch


def curves(correct, answers, ks):
    names = sorted(set(answers))
    ids = torch.tensor([names.index(answer) for answer in answers])
    right = torch.tensor(correct)
    good = torch.tensor([bool(right[ids == at].any()) for at in range(len(names))])
    n, c = len(answers), int(right.sum())
    passes, majorities = [], []
    for k in ks:
        left = torch.arange(n - c + 1, n + 1, dtype=torch.float64)
        passes.append(1.0 if n - c < k else 1.0 - torch.prod(1.0 - k / left).item())
        subsets = torch.combinations(torch.arange(n), r=k)
        votes = torch.nn.functional.one_hot(ids[subsets], len(names)).sum(dim=1)
        top = votes == votes.max(dim=1, keepdim=True).values
        majorities.append(((top & good).sum(1).double() / top.sum(1)).mean().item())
    return {"pass": torch.tensor(passes), "majority": torch.tensor(majorities)}
