"""Well-known wrong curves of pass and majority."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "biased-pass",
    "misses = comb(n - right, k) / subsets", "misses = (1.0 - right / n) ** k",
    "Pass is 1 - (1 - p)^k, as if samples were drawn again and again. Without replacement it is 1 - C(n - c, k) / C(n, k) (Chen et al., eq. (1)).",
)
wrong(
    "pass-of-one",
    "misses = comb(n - right, k) / subsets", "misses = 1.0 - right / n",
    "Pass is the share of right samples whatever k is. It asks whether one at least of k is right.",
)
wrong(
    "misses",
    "passes.append(1.0 - misses)", "passes.append(misses)",
    "Pass is the share of subsets without a right answer. It is the share of those with one: subtract it from 1.",
)
wrong(
    "all-right",
    "passes.append(1.0 - misses)", "passes.append(comb(right, k) / subsets)",
    "Pass counts the subsets in which every answer is right. One at least is enough.",
)
wrong(
    "with-replacement",
    "combinations(range(n), k)", "np.ndindex(*(n,) * k)",
    "won / subsets", "won / n**k",
    "The votes are of samples drawn with replacement, as a bootstrap does. A subset holds each sample once.",
)
wrong(
    "vote-of-all",
    "Counter(answers[at] for at in subset)", "Counter(answers)",
    "All samples vote whatever k is. The vote is that of the k samples of each subset.",
)
wrong(
    "tie-as-right",
    "sum(answer in good for answer in tied) / len(tied)", "float(any(answer in good for answer in tied))",
    "A tie with a right answer counts as right. One of the tied answers is drawn, so it counts one over their number.",
)
wrong(
    "tie-as-wrong",
    "sum(answer in good for answer in tied) / len(tied)", "float(all(answer in good for answer in tied))",
    "A tie counts as wrong. One of the tied answers is drawn, so a right one among them counts one over their number.",
)
wrong(
    "tie-first",
    "sum(answer in good for answer in tied) / len(tied)", "float(tied[0] in good)",
    "Of tied answers the one that was seen first wins. Each counts one over their number, so that the order of the samples does not matter.",
)
wrong(
    "mean-correct",
    "won += sum(answer in good for answer in tied) / len(tied)", "won += sum(counts[answer] for answer in good) / k",
    "Majority is the share of right samples in each subset, which is that of all samples. Each subset votes: its most frequent answer is right or not.",
)
wrong(
    "more-than-half",
    "won += sum(answer in good for answer in tied) / len(tied)", "won += float(2 * sum(counts[answer] for answer in good) > k)",
    "A subset is won where more than half of its samples are right. The most frequent answer wins, with less than half too.",
)
wrong(
    "rarest",
    "most = max(counts.values())", "most = min(counts.values())",
    "The rarest answer of a subset wins. It is the most frequent one.",
)
wrong(
    "one-right-answer",
    "good = {answer for answer, is_right in zip(answers, correct) if is_right}", "good = set([answer for answer, is_right in zip(answers, correct) if is_right][:1])",
    "Only one string counts as right in the vote. Two different strings may both be right.",
)
wrong(
    "right-for-wrong",
    "comb(n - right, k)", "comb(right, k)",
    "The misses are counted among the right samples. A subset misses when all of it comes from the n - c wrong ones.",
)
wrong(
    "ties-lost",
    "sum(answer in good for answer in tied) / len(tied)", "float(len(tied) == 1 and tied[0] in good)",
    "A tie counts nothing. Each of the tied answers counts one over their number.",
)
wrong(
    "ties-by-half",
    "sum(answer in good for answer in tied) / len(tied)", "sum(answer in good for answer in tied) / min(len(tied), 2)",
    "A right one among tied answers counts a half, however many are tied. It counts one over their number.",
)
wrong(
    "exchanged",
    "\"pass\": np.array(passes), \"majority\": np.array(majorities)", "\"pass\": np.array(majorities), \"majority\": np.array(passes)",
    "The two curves are exchanged.",
)
wrong(
    "any-right-in-the-vote",
    "won += sum(answer in good for answer in tied) / len(tied)", "won += float(any(correct[at] for at in subset))",
    "Majority counts the subsets that hold a right answer, which is pass. It asks whether the most frequent answer is right.",
)
wrong(
    "right-ones-together",
    "Counter(answers[at] for at in subset)", "Counter(min(good) if correct[at] else answers[at] for at in subset)",
    "All right answers vote together. Each string has its own votes, though two may be right.",
)
