"""Pairs for next sentence prediction as PyTorch tensors, with draws from a generator that rng seeds."""
import torch


def next_sentence_pair(documents, document, sentence, cls_id, sep_id, max_length, rng):
    """Returns tensors token_ids (length,) and segment_ids (length,), and is_next."""
    generator = torch.Generator().manual_seed(int(rng.integers(2**62)))

    def below(count):
        return int(torch.randint(count, (1,), generator=generator))

    a, is_next = documents[document][sentence], below(2) == 0
    if is_next:
        b = documents[document][sentence + 1]
    else:
        rows = documents[[at for at in range(len(documents)) if at != document][below(len(documents) - 1)]]
        b = rows[below(len(rows))]
    a, b = torch.as_tensor(a), torch.as_tensor(b)
    for _ in range(len(a) + len(b) + 3 - max_length):
        a, b = (a[:-1], b) if len(a) > len(b) else (a, b[:-1])
    cls, sep = torch.tensor([cls_id]), torch.tensor([sep_id])
    halves = torch.cat([cls, a, sep]), torch.cat([b, sep])
    segments = torch.cat([torch.full_like(half, at) for at, half in enumerate(halves)])
    return torch.cat(halves), segments, is_next
