"""The sequences of a few-shot question (Section 2.4, Figure 2.1)."""
from __future__ import annotations


def few_shot(
    description: list[int],
    examples: list[tuple[list[int], list[int]]],
    query: list[int],
    completions: list[list[int]],
    separator: list[int],
    context: int,
) -> tuple[list[list[int]], list[int], int]:
    """All texts are lists of token ids. Returns sequences, starts and the number of examples used."""
    instruction = [*description, *separator] if len(description) else []
    shots = [[*prompt, *answer, *separator] for prompt, answer in examples]
    longest = max(len(completion) for completion in completions)
    room = context - len(instruction) - len(query) - longest
    used = 0
    while used < len(shots) and sum(len(shot) for shot in shots[: used + 1]) <= room:
        used += 1
    solved = [token for shot in shots[:used] for token in shot]
    prefix = [*instruction, *solved, *query]
    sequences = [[*prefix, *completion] for completion in completions]
    starts = [len(prefix) for _ in completions]
    return sequences, starts, used
