"""The few-shot prompt as tensors of ids."""
import torch


def few_shot(description, examples, query, completions, separator, context):
    """All texts are lists of ids. Returns (sequences of tensors, starts, used)."""
    def tensor(part):
        return torch.tensor(list(part), dtype=torch.int64)

    head = torch.cat([tensor(description), tensor(separator if description else [])])
    blocks = [torch.cat([tensor(part) for part in (prompt, answer, separator)]) for prompt, answer in examples]
    left = context - head.numel() - len(query) - max(len(one) for one in completions)
    used = 0
    for block in blocks:
        left -= block.numel()
        if left < 0:
            break
        used += 1
    prefix = torch.cat([head, *blocks[:used], tensor(query)])
    sequences = [torch.cat([prefix, tensor(one)]) for one in completions]
    return sequences, torch.full((len(completions),), prefix.numel()), used
