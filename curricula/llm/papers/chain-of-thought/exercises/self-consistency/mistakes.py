"""Well-known wrong votes."""
from __future__ import annotations

import numpy as np
from study_lab import mistake, wrong

wrong(
    "empty-votes",
    "zip(answers, logps) if answer != \"\"]", "zip(answers, logps)]",
    "Chains without an answer vote, so that \"\" can win. They have no vote.",
)
wrong(
    "tie-last",
    "majority = max(counts, key=counts.get, default=\"\")", "majority = max(reversed(list(counts)), key=counts.get, default=\"\")",
    "Of answers that occur equally often the last one wins. It is the one that was seen first.",
)
wrong(
    "tie-sorted",
    "majority = max(counts, key=counts.get, default=\"\")", "majority = max(sorted(counts), key=counts.get, default=\"\")",
    "Of answers that occur equally often the first in the order of the alphabet wins. It is the one that was seen first.",
)
wrong(
    "rarest",
    "majority = max(counts, key=counts.get, default=\"\")", "majority = min(counts, key=counts.get, default=\"\")",
    "The rarest answer wins. The majority is the answer that occurs most often.",
)
wrong(
    "likeliest-as-majority",
    "majority = max(counts, key=counts.get, default=\"\")", "majority = max(best, key=best.get, default=\"\")",
    "The likeliest chain decides instead of the vote. Self-consistency counts how many chains agree on an answer.",
)
wrong(
    "share-of-answers",
    "/ len(answers)", "/ max(len(votes), 1)",
    "The share is that among the chains with an answer. It is divided by the number of all chains.",
)
wrong(
    "share-is-count",
    "share = counts.get(majority, 0) / len(answers)", "share = float(counts.get(majority, 0))",
    "The share is a count. Divide it by the number of chains.",
)
wrong(
    "share-of-weights",
    "share = counts.get(majority, 0) / len(answers)", "share = weights.get(majority, 0.0) / max(sum(weights.values()), 1e-300)",
    "The share is that of the probabilities. It is how often the answer occurs, divided by the number of chains.",
)
wrong(
    "sum-of-logs",
    "weights.get(answer, 0.0) + np.exp(logp - top)", "weights.get(answer, 0.0) + logp",
    "The log probabilities are added. They are negative, so an answer loses with each chain that agrees; add the probabilities.",
)
wrong(
    "mean-weight",
    "weighted = max(weights, key=weights.get, default=\"\")", "weighted = max(weights, key=lambda one: weights[one] / counts[one], default=\"\")",
    "The weight of an answer is the mean of its chains' probabilities. It is their sum, so that agreement counts.",
)
wrong(
    "weighted-is-likeliest",
    "weighted = max(weights, key=weights.get, default=\"\")", "weighted = max(best, key=best.get, default=\"\")",
    "The weighted winner is the answer of the likeliest chain. It is the answer whose chains have the largest sum of probabilities.",
)
wrong(
    "weighted-is-majority",
    "weighted = max(weights, key=weights.get, default=\"\")", "weighted = majority",
    "The probabilities are not used for the weighted winner. It is the answer whose chains have the largest sum of probabilities.",
)
wrong(
    "underflow",
    "np.exp(logp - top)", "np.exp(logp)",
    "All probabilities are 0 where the log probabilities are about -2000. Subtract the largest one from all of them first.",
)
wrong(
    "likeliest-of-all",
    "likeliest = max(best, key=best.get, default=\"\")", "likeliest = answers[int(np.argmax(logps))]",
    "The likeliest chain may be one without an answer. It is the likeliest of those that have one.",
)
wrong(
    "least-likely",
    "likeliest = max(best, key=best.get, default=\"\")", "likeliest = min(votes, key=lambda pair: pair[1], default=(\"\", 0))[0]",
    "The least likely chain is taken. The largest log probability, the one nearest to 0, belongs to the likeliest.",
)


@mistake("mean", "The answers are read as numbers and averaged. They vote: the answer that occurs most often wins.")
def mean(answers, logps):
    found = [float(answer) for answer in answers if answer != ""]
    weights = np.exp(np.array([logp for answer, logp in zip(answers, logps) if answer != ""]))
    middle = f"{sum(found) / max(len(found), 1):g}"
    return {
        "majority": middle if found else "", "share": len(found) / len(answers),
        "weighted": f"{sum(w * f for w, f in zip(weights, found)) / max(sum(weights), 1e-300):g}" if found else "",
        "likeliest": middle if found else "",
    }
wrong(
    "likeliest-is-weighted",
    "likeliest = max(best, key=best.get, default=\"\")", "likeliest = weighted",
    "The likeliest answer is the one with the largest sum. It is the answer of the single likeliest chain.",
)
wrong(
    "likeliest-is-majority",
    "likeliest = max(best, key=best.get, default=\"\")", "likeliest = majority",
    "The likeliest answer is the majority's. It is the answer of the single likeliest chain.",
)
