"""Self-consistency, each answer held against every chain."""
import math


def vote(answers, logps):
    """answers: n strings; logps: (n,). Returns majority, share, weighted and likeliest."""
    seen = []
    for answer in answers:
        if answer and answer not in seen:
            seen.append(answer)
    result = {"majority": "", "share": 0.0, "weighted": "", "likeliest": ""}
    most, heaviest, highest = 0, -math.inf, -math.inf
    for answer in seen:
        own = [float(logp) for other, logp in zip(answers, logps) if other == answer]
        top = max(own)
        weight = top + math.log(sum(math.exp(logp - top) for logp in own))
        if len(own) > most:
            most, result["majority"], result["share"] = len(own), answer, len(own) / len(answers)
        if weight > heaviest:
            heaviest, result["weighted"] = weight, answer
        if top > highest:
            highest, result["likeliest"] = top, answer
    return result
