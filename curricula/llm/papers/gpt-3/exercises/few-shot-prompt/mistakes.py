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
wrong(
    "query-not-counted",
    "context - len(instruction) - len(query)", "context - len(instruction)",
    "The query is not counted. It stands in the same context as the examples (Figure 2.1).",
)
wrong(
    "first-choice",
    "max(len(completion) for completion in completions)", "len(completions[0])",
    "The budget leaves room for the first completion. All completions share one K, so the longest decides.",
)
wrong(
    "skips-long-examples",
    "while used < len(shots) and sum(len(shot) for shot in shots[: used + 1]) <= room:\n        used += 1",
    "fitting = []\n    for shot in shots:\n        if sum(map(len, fitting)) + len(shot) <= room:\n            fitting.append(shot)\n    shots, used = fitting, len(fitting)",
    "An example that is too long was skipped, and later ones took its place. Here the first K of the list stay: stop at the first that does not fit.",
)
wrong(
    "last-k",
    "in shots[:used] for", "in shots[len(shots) - used :] for",
    "The last K examples stand in the context. Here the first ones of the list stay.",
)
wrong(
    "examples-reversed",
    "in shots[:used] for", "in shots[:used][::-1] for",
    "The examples stand in reverse. They keep the order of the list.",
)
wrong(
    "no-separator-behind-examples",
    "[*prompt, *answer, *separator]", "[*prompt, *answer]",
    "No separator stands behind the examples. Each block ends with one, so that the model sees where the next begins.",
)
wrong(
    "separator-in-front",
    "[*prompt, *answer, *separator]", "[*separator, *prompt, *answer]",
    "The separator stands before each example. It ends a block: it stands behind the answer.",
)
wrong(
    "answer-first",
    "[*prompt, *answer, *separator]", "[*answer, *prompt, *separator]",
    "The answer stands before its prompt. An example reads as the question will: the prompt, then its answer.",
)
wrong(
    "answers-left-out",
    "[*prompt, *answer, *separator]", "[*prompt, *separator]",
    "The examples have no answers. A solved example shows its answer behind its prompt (Figure 2.1).",
)
wrong(
    "query-before-examples",
    "[*instruction, *solved, *query]", "[*instruction, *query, *solved]",
    "The query stands before the examples. It comes last, with the completion directly behind it (Figure 2.1).",
)
wrong(
    "description-behind",
    "[*instruction, *solved, *query]", "[*solved, *instruction, *query]",
    "The description stands behind the examples. It comes first (Figure 2.1).",
)
wrong(
    "description-without-separator",
    "[*description, *separator] if", "[*description] if",
    "No separator stands behind the description. It is a block like the others and ends with one.",
)
wrong(
    "separator-without-description",
    " if len(description) else []", "",
    "A sequence without a description begins with a separator. Where there is no block there is nothing to end.",
)
wrong(
    "cut-to-the-context",
    "[[*prefix, *completion] for", "[[*prefix, *completion][:context] for",
    "The sequences were cut to the context. Here nothing is cut: if K = 0 does not fit, the sequence is too long.",
)
wrong(
    "start-one-late",
    "len(prefix) for", "len(prefix) + 1 for",
    "The starts point at the second token of the completion. Python counts from 0: the first stands at the length of all before it.",
)
wrong(
    "start-at-the-query",
    "len(prefix) for", "len(prefix) - len(query) for",
    "The starts point at the query. They say where the completion begins.",
)
