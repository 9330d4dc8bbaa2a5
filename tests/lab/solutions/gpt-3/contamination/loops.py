"""The search by text: each n-gram is looked for in the documents, written with single spaces."""
import math
import string

import numpy as np


def contamination(examples, documents, scores):
    """scores: (examples,). Returns n, dirty, all, clean, relative."""
    def normal(text):
        return text.lower().translate(str.maketrans("", "", string.punctuation)).split()

    questions, pages = [normal(one) for one in examples], [" " + " ".join(normal(one)) + " " for one in documents]
    lengths = sorted(len(question) for question in questions)
    place = 0.05 * (len(lengths) - 1)
    low = math.floor(place)
    high = min(low + 1, len(lengths) - 1)
    n = max(8, min(13, math.floor(lengths[low] + (place - low) * (lengths[high] - lengths[low]) + 1e-9)))
    dirty = []
    for question in questions:
        found = False
        for at in range(len(question) - n + 1):
            run = " " + " ".join(question[at : at + n]) + " "
            found = found or any(run in page for page in pages)
        dirty.append(found)
    clean = [float(score) for score, bad in zip(scores, dirty) if not bad]
    whole = math.fsum(map(float, scores)) / len(scores)
    mean = math.fsum(clean) / len(clean) if clean else math.nan
    return {"n": n, "dirty": np.array(dirty), "all": whole, "clean": mean, "relative": mean / whole - 1}
