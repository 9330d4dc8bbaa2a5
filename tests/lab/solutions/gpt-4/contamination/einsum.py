"""Contamination with sets of all substrings of the lengths that occur."""
import numpy as np


def contaminated(examples, documents, starts, length):
    """starts: (examples, 3). Returns (examples,) bools."""
    texts = ["".join(filter(str.isalnum, example)) for example in examples]
    clean = ["".join(filter(str.isalnum, document)) for document in documents]
    sizes = {min(len(text), length) for text in texts}
    grams = {size: {one[at : at + size] for one in clean for at in range(len(one) - size + 1)} for size in sizes}
    result = np.zeros(len(texts), dtype=bool)
    for n, text in enumerate(texts):
        size = min(len(text), length)
        places = np.asarray(starts[n]) % (len(text) - size + 1)
        result[n] = not {text[at : at + size] for at in places}.isdisjoint(grams[size])
    return result
