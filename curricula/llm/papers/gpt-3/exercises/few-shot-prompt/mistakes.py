"""Well-known wrong ways to put a few-shot prompt together."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "answer-not-counted",
    " - longest\n", "\n",
    "The completion has no room in the budget. It is part of the sequence that the model reads to score it, so it counts like "
    "the rest (Section 2.4).",
)
wrong(
    "shortest-choice",
    "max(len(completion)", "min(len(completion)",
    "The budget leaves room for the shortest completion, and longer ones go beyond the context. All completions share one K, so "
    "the longest decides.",
)
wrong(
    "description-not-counted",
    "context - len(instruction) - len(query)", "context - len(query)",
    "The description of the task is not counted. It stands in the same context as the examples (Figure 2.1).",
)
wrong(
    "separator-not-counted",
    "sum(len(shot) for", "sum(len(shot) - len(separator) for",
    "The separators behind the examples are not counted. They are tokens too.",
)
wrong(
    "strictly-less",
    "<= room", "< room",
    "A sequence of exactly `context` tokens was held to be too long. It fits.",
)
wrong(
    "all-examples",
    " and sum(len(shot) for shot in shots[: used + 1]) <= room", "",
    "All examples were taken, whether they fit or not. K is the largest number with which the sequence has at most `context` tokens.",
)
wrong(
    "cut-example",
    "for shot in shots[:used] for token in shot]", "for shot in shots for token in shot]\n    solved = solved[max(0, len(solved) - max(0, room)) :]",
    "The context was filled up with part of an example: the whole was cut from the left. Examples are whole or absent; half a "
    "block teaches the model another format.",
)
wrong(
    "last-examples",
    "in examples]", "in examples[::-1]]",
    "in shots[:used] for", "in shots[:used][::-1] for",
    "The last examples were kept and the first ones dropped, as chat histories are cut. Here the first K of the list stay.",
)
wrong(
    "separator-before-completion",
    "prefix = [*instruction, *solved, *query]", "prefix = [*instruction, *solved, *query, *separator]",
    " - longest\n", " - longest - len(separator)\n",
    "A separator stands between the query and the completion. There the model is to go on with the answer, not to begin a new block "
    "(Figure 2.1).",
)
wrong(
    "no-final-separator",
    "for shot in shots[:used] for token in shot]", "for shot in shots[:used] for token in shot][: -len(separator) if used else None]",
    "The separator between the last example and the query is missing. Every solved example ends with one.",
)
wrong(
    "separator-in-examples",
    "[*prompt, *answer, *separator]", "[*prompt, *separator, *answer, *separator]",
    "A separator stands between the prompt and the answer of an example. The completion of the query follows its prompt directly, and "
    "the examples must look the same.",
)
wrong(
    "start-off-by-one",
    "len(prefix) for", "len(prefix) - 1 for",
    "The starts point at the last token of the query. That position predicts the first completion token, but the token itself stands "
    "one further.",
)
wrong(
    "query-answered",
    "*solved, *query]", "*solved, *query, *(examples[0][1] if examples else [])]",
    "The answer of an example follows the query. The last block is a context only; its completion is what is scored (Section 2.4).",
)
