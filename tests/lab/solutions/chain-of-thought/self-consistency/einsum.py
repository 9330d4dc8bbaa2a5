"""Self-consistency with the table of chains against answers, one-hot."""
import numpy as np


def vote(answers, logps):
    """answers: n strings; logps: (n,). Returns majority, share, weighted and likeliest."""
    seen = [answer for answer in dict.fromkeys(answers) if answer]
    if not seen:
        return {"majority": "", "share": 0.0, "weighted": "", "likeliest": ""}
    table = np.array([[float(answer == one) for one in seen] for answer in answers])
    says = table.any(axis=1)
    chances = np.where(says, np.exp(logps - np.max(logps[says])), 0.0)
    counts = np.einsum("na->a", table)
    weights = np.einsum("na,n->a", table, chances)
    best = np.einsum("na,n->na", table, chances).max(axis=0)
    return {
        "majority": seen[counts.argmax()], "share": counts.max() / len(answers), "weighted": seen[weights.argmax()],
        "likeliest": seen[best.argmax()],
    }
