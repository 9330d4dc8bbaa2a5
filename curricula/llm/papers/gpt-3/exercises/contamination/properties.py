"""Fresh benchmarks with planted copies, and laws of the search for them."""
from __future__ import annotations

import numpy as np

MARKS = ",.;:!?"
# Marks inside and around words, which are deleted like the others.
INSIDE = "'-/_@&"
ROUND = ("()", "[]", '""', "**", "{}", "<>")


def vocabulary(rng, count):
    letters = np.array(list("abcdefghiklmnoprstuw"))
    drawn = ["".join(row) for row in letters[rng.integers(len(letters), size=(count, 7))].tolist()]
    return [word[:size] + str(at) for at, (word, size) in enumerate(zip(drawn, rng.integers(3, 8, size=count).tolist()))]


def text(parts):
    return " ".join(parts)


def capitals(parts):
    return [part.upper() if at % 3 == 0 else part for at, part in enumerate(parts)]


def marked(rng, parts):
    return [part + (MARKS[int(rng.integers(len(MARKS)))] if at % 4 == 1 else "") for at, part in enumerate(parts)]


def other_digit(word):
    """The word with another last digit."""
    return word[:-1] + str((int(word[-1]) + 5) % 10)


def adorned(rng, examples, n):
    """Documents that hold n words of each example: a word of it has a mark inside, or marks around it, or a full stop inside."""
    found = []
    for at, example in enumerate(examples):
        run = list(example[:n])
        left, right = ROUND[at % len(ROUND)]
        inside = [run[1][:2] + INSIDE[at % len(INSIDE)] + run[1][2:], left + run[1] + right, run[1][:2] + "." + run[1][2:]]
        found.append(text([run[0], inside[at % 3], *run[2:]]))
    # A hyphen where the example has a blank.
    found[-1] = text([examples[-1][0], examples[-1][1] + "-" + examples[-1][2], *examples[-1][3:n]])
    return found


def accents(rng, n):
    """A benchmark in which a word of a document lacks the accented letter that the example's has."""
    given = benchmark(rng, [n] * 12, n)
    parts = given["examples"][0].split()
    parts[2] = "caf\u00e9"
    given["examples"][0] = text(parts)
    given["documents"].append(text([*parts[:2], "caf", *parts[3:n]]))
    return given


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
    document(examples[order[0]][1 : n + 1])
    document(capitals(examples[order[1]][:n]))
    document(marked(rng, examples[order[2]][:n]))
    document(examples[order[3]][: n - 1])
    half = n // 2
    document(examples[order[4]][:half], after=0)
    document(examples[order[4]][half:n], before=0)
    document(list(rng.permutation(examples[order[5]])))
    document(examples[order[6]])
    # A short example stands whole in a document, which makes it no n-gram.
    document(examples[order[-1]])
    # The same words, but two of them exchanged; another digit; another accent; and white space of all kinds.
    run = examples[order[7]][:n]
    document([run[1], run[0], *run[2:]])
    run = examples[order[8]][:n]
    document([*run[:2], other_digit(run[2]), *run[3:]])
    for run in [examples[at][:n] for at in order[9:10]]:
        documents.append("  ".join(run[:half]) + "\n\t" + " \n".join(run[half:]))
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
    # The 5th percentile of 15 lengths lies at 0.7 of the way from the least to the next.
    yield "one example is much shorter", benchmark(rng, [9, *[12] * 8, *rng.integers(12, 15, size=6).tolist()], 11)
    yield "the percentile has a fraction", benchmark(rng, [10, *[11] * 8, *rng.integers(11, 14, size=6).tolist()], 10)
    plain = benchmark(rng, rng.integers(11, 14, size=12).tolist(), 10)
    plain["examples"] = [text(example.split()) for example in plain["examples"]]
    clean = [[word.strip(MARKS) for word in example.split()] for example in plain["examples"]]
    yield "marks inside and around words", {**plain, "documents": adorned(rng, clean[:9], 12)}
    yield "an accent", accents(rng, 11)
    yield "every example is dirty", {**clear, "documents": list(clear["examples"])}


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

    for size, limit in ((5, 8), (30, 13)):
        other = int(solve([text(vocabulary(rng, size)) for _ in range(4)], [], np.ones(4))["n"])
        if other != limit:
            yield f"n is {other} for examples of {size} words; kept between 8 and 13 it is {limit}."
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
    inner = [text(["zeroth", *example.split()[1 : right + 1], "last"]) for example in given["examples"]]
    long = np.array(lengths) > right
    if not marks(documents=inner)[long].all():
        yield "A document that holds the n-gram from the second word of an example on, among other words, did not make it dirty."
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
