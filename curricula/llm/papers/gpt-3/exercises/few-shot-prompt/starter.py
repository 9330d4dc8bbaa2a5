from __future__ import annotations


def few_shot(
    description: list[int],
    examples: list[tuple[list[int], list[int]]],
    query: list[int],
    completions: list[list[int]],
    separator: list[int],
    context: int,
) -> tuple[list[list[int]], list[int], int]:
    """The sequences that a few-shot question is scored with (Section 2.4, Figure 2.1).

    All texts are lists of token ids. examples: pairs (prompt, answer). context: the most tokens of a sequence.
    Returns (sequences, starts, used): one sequence for each completion, the index of its first completion token,
    and the number of examples in it.
    """
    # TODO: how many of the first examples fit beside everything else?
    # TODO: one sequence for each completion, and where the completion starts
    raise NotImplementedError("few_shot: put as many examples before the question as fit")
