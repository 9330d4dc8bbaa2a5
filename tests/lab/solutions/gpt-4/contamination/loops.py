"""Contamination with regular expressions and loops."""
import re

import numpy as np


def contaminated(examples, documents, starts, length):
    """starts: (examples, 3). Returns (examples,) bools."""
    documents = [re.sub(r"[\W_]+", "", document) for document in documents]
    found = []
    for n, example in enumerate(examples):
        text = re.sub(r"[\W_]+", "", example)
        hit = False
        for s in starts[n]:
            at = int(s) % (len(text) - length + 1) if len(text) >= length else 0
            piece = text[at : at + length] if len(text) >= length else text
            for document in documents:
                if document.find(piece) >= 0:
                    hit = True
        found.append(hit)
    return np.array(found)
