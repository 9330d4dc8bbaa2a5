"""Well-known wrong beam searches."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "greedy",
    "grown[:width]", "grown[:1]",
    "One beam was kept, as greedy search does. The likeliest next token need not begin the likeliest text.",
)
wrong(
    "best-of-each",
    "grown.sort(key=lambda beam: -beam[1])\n        kept = grown[:width]",
    "groups = [sorted(grown[at : at + len(first)], key=lambda beam: -beam[1])[0] for at in range(0, len(grown), len(first))]\n"
    "        kept = groups if len(opened) > 1 or len(opened[0][0]) else sorted(grown, key=lambda beam: -beam[1])[:width]",
    "Each beam was continued by its own likeliest token. All continuations of all beams compete in one list.",
)
wrong(
    "no-penalty",
    "** alpha", "** 0.0",
    "The scores are not divided by a penalty, so short texts win.",
)
wrong(
    "penalty-multiplied",
    "log_probability / penalty", "log_probability * penalty",
    "The log probability was multiplied by the penalty. It is below 0, so that favors short texts even more; divide.",
)
wrong(
    "mean-log-probability",
    "((5.0 + length) / 6.0) ** alpha", "length**alpha",
    "The penalty is length^α, as in some libraries. Wu et al. have ((5 + length) / 6)^α, which is milder for short texts.",
)
wrong(
    "stops-at-first-end",
    "if not opened:", "if finished or not opened:",
    "The search stops when a beam has ended. Others may still become better ones.",
)
wrong(
    "finished-only",
    "max(finished + opened, key=score)", "max(finished or opened, key=score)",
    "Beams that have not ended were left out where another one has. Here they compete too.",
)
wrong(
    "open-only",
    "max(finished + opened, key=score)", "max(opened or finished, key=score)",
    "Finished beams were forgotten while others were open. They compete at the end.",
)
wrong(
    "length-without-end",
    "length = len(tokens)", "length = len(tokens) - (tokens[-1] == end)",
    "The end token was not counted. It is a token of the text, and its probability is in the product.",
)
wrong(
    "continues-after-end",
    "opened = [beam for beam in kept if beam[0][-1] != end]", "opened = kept",
    "Beams that have ended were continued. They are set aside.",
)
wrong(
    "probabilities-added",
    "log_probability + row[token]", "log_probability + np.exp(row[token])",
    "Probabilities were added up. The probability of a text is a product, so logarithms are added.",
)
wrong(
    "best-by-log-probability",
    "max(finished + opened, key=score)", "max(finished + opened, key=lambda beam: beam[1])",
    "The likeliest text was returned, and the penalty only shows in its score. The winner is chosen by the penalized score.",
)
wrong(
    "log-probability-as-score",
    "return best[0], float(score(best))", "return best[0], float(best[1])",
    "The score is the log probability without the penalty. The text is right.",
)
wrong(
    "width-shrinks",
    "grown[:width]", "grown[: max(width - len(finished), 1)]",
    "Each beam that has ended took a place away from all later steps. Here a step keeps the `width` likeliest of its own continuations.",
)
wrong(
    "least-likely",
    "key=lambda beam: -beam[1]", "key=lambda beam: beam[1]",
    "The least likely continuations were kept. Sort by falling log probability.",
)
wrong(
    "first-row-always",
    "table[tokens[-1]] if tokens else first", "first",
    "Every token was taken from `first`. After a token i its row of the table holds what comes next.",
)
wrong(
    "table-transposed",
    "table[tokens[-1]]", "table[:, tokens[-1]]",
    "A column of the table was read. Row i holds the log probabilities of the token after token i.",
)
wrong(
    "last-token-alone",
    "log_probability + row[token]", "row[token]",
    "The log probability is that of the last token. A text has the sum over all its tokens.",
)
wrong(
    "power-inside",
    "((5.0 + length) / 6.0) ** alpha", "(5.0 + length) ** alpha / 6.0",
    "The power α was taken before the division by 6. Wu et al. raise the whole quotient, (5 + length) / 6, to it.",
)
wrong(
    "never-ends",
    "        finished += [beam for beam in kept if beam[0][-1] == end]\n        opened = [beam for beam in kept if beam[0][-1] != end]",
    "        opened = kept",
    "Nothing was ever finished: texts that ended were continued, and only texts of `most` tokens competed. Set them aside.",
)
wrong(
    "end-cut-off",
    "return best[0],", "return [token for token in best[0] if token != end],",
    "The end token was taken out of the text. It is the last of its tokens.",
)
wrong(
    "alpha-as-a-factor",
    "((5.0 + length) / 6.0) ** alpha", "((5.0 + length) / 6.0) * alpha if alpha else 1.0",
    "The penalty was multiplied by α. It is a power: ((5 + length) / 6)^α.",
)
wrong(
    "length-from-six",
    "(5.0 + length)", "(6.0 + length)",
    "The penalty of one token is more than 1. Wu et al. add 5 to the length, so that a text of one token has no penalty.",
)
wrong(
    "probability-as-score",
    "float(score(best))", "float(np.exp(score(best)))",
    "The score came back as an exponential. It is a log probability divided by the penalty, below 0.",
)
wrong(
    "fixed-alpha",
    "** alpha", "** 0.6",
    "α is 0.6 whatever the argument says.",
)
