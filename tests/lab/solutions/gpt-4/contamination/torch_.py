"""Contamination with windows of character codes, compared in PyTorch."""
import torch


def codes(text):
    """The codes of a text's letters and digits."""
    return torch.tensor([ord(sign) for sign in text if sign.isalnum()], dtype=torch.long)


def contaminated(examples, documents, starts, length):
    """starts: (examples, 3). Returns a tensor of bools (examples,)."""
    known, found = [codes(document) for document in documents], []
    for example, begins in zip(examples, starts):
        text = codes(example)
        size = min(length, len(text))
        pieces = text.unfold(0, size, 1)[[int(begin) % (len(text) - size + 1) for begin in begins]]
        found.append(any(
            bool((document.unfold(0, size, 1)[:, None] == pieces).all(dim=-1).any()) for document in known if len(document) >= size
        ))
    return torch.tensor(found)
