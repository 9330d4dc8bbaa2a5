"""Fresh benchmarks with planted copies, and laws of the search for them."""
from __future__ import annotations

import numpy as np

MARKS = ",.;:!?"


def vocabulary(rng, count):
    letters = np.array(list("abcdefghiklmnoprstuw"))
    return ["".join(rng.choice(letters, size=int(rng.integers(3, 8)))) + str(at) for at in range(count)]


def text(parts):
    return " ".join(parts)


def capitals(parts):
    return [part.upper() if at % 3 == 0 else part for at, part in enumerate(parts)]


def marked(rng, parts):
    return [part + (MARKS[int(rng.integers(len(MARKS)))] if at % 4 == 1 else "") for at, part in enumerate(parts)]


def benchmark(rng, lengths, n):
    """Arguments: examples of these many words, and documents with runs of n, n - 1 and more of their words."""
    lexicon = vocabulary(rng, 900)
    examples = [list(rng.choice(lexicon, size=length, replace=False)) for length in lengths]
    documents = []

    def document(run, before=4, after=4):
        filler = [list(rng.choice(lexicon, size=size)) for size in (before, after)]
        documents.append(text([*filler[0], *run, *filler[1]]))

    # Longest first, so that the runs fit; each kind of copy shows another mistake.
    order = list(np.argsort(lengths, kind="stable")[::-1])
    document(examples[order[0]][:n])
    document(capitals(examples[order[1]][1 : n + 1]))
    document(marked(rng, examples[order[2]][:n]))
    document(examples[order[3]][: n - 1])
    half = n // 2
    document(examples[order[4]][:half], after=0)
    document(examples[order[4]][half:n], before=0)
    document(list(rng.permutation(examples[order[5]])))
    document(examples[order[6]])
    written = [text(marked(rng, example)) if at % 2 else text(example) for at, example in enumerate(examples)]
    return {"examples": written, "documents": documents, "scores": np.round(rng.uniform(0.1, 1.0, size=len(lengths)), 3)}


def cases(rng):
    """Yields (label, arguments): examples, documents, scores (examples,)."""
    middling = [9, 9, 9, *rng.integers(10, 12, size=9).tolist(), 12, 12, 12]
    yield "examples of 9 to 12 words", benchmark(rng, middling, 9)
    yield "long examples", benchmark(rng, rng.integers(17, 26, size=12).tolist(), 13)
    yield "short examples", benchmark(rng, [4, 4, 5, *rng.integers(10, 14, size=9).tolist()], 8)
    clear = benchmark(rng, rng.integers(11, 13, size=9).tolist(), 11)
    yield "no document", {**clear, "documents": []}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (examples, documents, scores) -> dict."""
    given = benchmark(rng, rng.integers(11, 15, size=10).tolist(), 11)
    found = solve(*given.values())
    for name in ("n", "dirty", "all", "clean", "relative"):
        if name not in found:
            yield f"The dict has no {name}."
            return
    dirty = np.asarray(found["dirty"]).astype(bool)
    if dirty.shape != (10,):
        yield f"dirty has shape {dirty.shape}; a bool for each of 10 examples is right."
        return
    lengths = [len(example.split()) for example in given["examples"]]
    right = min(max(int(np.percentile(lengths, 5)), 8), 13)
    if int(found["n"]) != right:
        yield f"n is {found['n']}; the 5th percentile of these {len(lengths)} lengths, kept between 8 and 13, is {right}."
        return

    def marks(**changed):
        return np.asarray(solve(*{**given, **changed}.values())["dirty"]).astype(bool)

    own = solve(given["examples"], [], given["scores"])
    if np.asarray(own["dirty"]).any():
        yield "Without documents an example was dirty."
    elif not abs(float(own["relative"])) < 1e-5:
        yield "Without documents all examples are clean, so the relative difference is 0."
    if not marks(documents=given["examples"]).all():
        yield "With the examples themselves as documents each must be dirty: they share all their n-grams."
    shouted = [document.upper() for document in given["documents"]]
    if not np.array_equal(marks(documents=shouted), dirty):
        yield "The dirty examples changed when the documents were written in capitals."
    stripped = ["".join(sign for sign in document if sign not in MARKS) for document in given["documents"]]
    if not np.array_equal(marks(documents=stripped), dirty):
        yield "The dirty examples changed when the punctuation of the documents was taken out."
    if not np.array_equal(marks(documents=given["documents"][::-1]), dirty):
        yield "The dirty examples changed with the order of the documents."
    if (dirty & ~marks(documents=[*given["documents"], text(vocabulary(rng, 30))])).any():
        yield "One more document made a dirty example clean."
    whole = float(np.mean(given["scores"]))
    if not abs(float(found["all"]) - whole) < 1e-4:
        yield f"all is {float(found['all']):.4g}; the mean of the scores is {whole:.4g}."
    elif not dirty.all() and abs(float(found["clean"]) - float(given["scores"][~dirty].mean())) > 1e-4:
        yield f"clean is {float(found['clean']):.4g}; the examples that you call clean have the mean {float(given['scores'][~dirty].mean()):.4g}."
