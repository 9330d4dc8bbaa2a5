"""All subsets as bits of a number."""


def curves(correct, answers, ks):
    n = len(answers)
    good = {answer for answer, right in zip(answers, correct) if right}
    hit, won, all_of = [0] * (n + 1), [0.0] * (n + 1), [0] * (n + 1)
    for bits in range(1, 2**n):
        members = [answers[at] for at in range(n) if bits >> at & 1]
        k = len(members)
        all_of[k] += 1
        hit[k] += any(answer in good for answer in members)
        most = max(members.count(answer) for answer in members)
        top = {answer for answer in members if members.count(answer) == most}
        won[k] += len(top & good) / len(top)
    return {"pass": [hit[k] / all_of[k] for k in ks], "majority": [won[k] / all_of[k] for k in ks]}
