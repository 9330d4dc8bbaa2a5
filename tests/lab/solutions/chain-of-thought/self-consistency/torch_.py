"""Self-consistency with collections.Counter and PyTorch's logsumexp."""
from collections import Counter

import torch


def vote(answers, logps):
    """answers: n strings; logps: (n,). Returns majority, share, weighted and likeliest."""
    logps = torch.as_tensor(logps)
    counts = Counter(answer for answer in answers if answer)
    if not counts:
        return {"majority": "", "share": 0.0, "weighted": "", "likeliest": ""}
    places = {one: [at for at, answer in enumerate(answers) if answer == one] for one in counts}
    majority, count = counts.most_common(1)[0]
    return {
        "majority": majority, "share": count / len(answers),
        "weighted": max(places, key=lambda one: torch.logsumexp(logps[places[one]], dim=0).item()),
        "likeliest": max(places, key=lambda one: logps[places[one]].max().item()),
    }
