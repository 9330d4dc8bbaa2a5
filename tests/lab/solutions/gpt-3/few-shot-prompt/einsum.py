"""The few-shot prompt with NumPy: cumulative lengths say how many blocks fit."""
import numpy as np


def few_shot(description, examples, query, completions, separator, context):
    """All texts are lists of ids. Returns (sequences of arrays, starts, used)."""
    head = np.array(list(description) + list(separator) if len(description) else [], dtype=int)
    blocks = [np.concatenate([prompt, answer, separator]).astype(int) for prompt, answer in examples]
    totals = np.cumsum([0] + [len(block) for block in blocks])
    fixed = len(head) + len(query) + max(len(completion) for completion in completions)
    used = max(0, int(np.searchsorted(totals + fixed, context, side="right")) - 1)
    prefix = np.concatenate([head, *blocks[:used], np.array(query, dtype=int)])
    sequences = [np.concatenate([prefix, np.array(completion, dtype=int)]) for completion in completions]
    return sequences, np.full(len(completions), len(prefix)), used
