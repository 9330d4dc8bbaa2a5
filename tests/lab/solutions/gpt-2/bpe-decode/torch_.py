"""Decoding with a padded table of bytes and one indexing."""
import torch

PADDING = 256


def decode(ids, merges):
    """ids: (tokens,); merges: pairs of bytes. Returns (bytes, text)."""
    rows = [torch.tensor([byte]) for byte in range(256)] + [torch.tensor(list(left + right)) for left, right in merges]
    table = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=PADDING)  # (symbols, longest)
    found = table[torch.as_tensor(ids, dtype=torch.int64)].reshape(-1)
    raw = bytes(found[found != PADDING].tolist())
    return raw, str(raw, encoding="utf-8", errors="replace")
