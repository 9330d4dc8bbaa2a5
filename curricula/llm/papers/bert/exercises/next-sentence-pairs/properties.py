"""A fresh corpus, what many pairs of it amount to, and laws for next sentence prediction."""
from __future__ import annotations

import numpy as np

PAIRS = 1600  # so many are built in each case: a share of one half among half of them then deviates by about 0.018
CLS, SEP, FIRST = 1, 2, 10  # special ids, and the first id of a word
# Statistics of which a right solution has exactly these values: no single pair may be otherwise.
EXACT = (
    "IsNext pairs whose B follows A", "NotNext pairs whose B is of A's document", "pairs of at most max_length tokens",
    "pairs in the order [CLS] A [SEP] B [SEP]", "pairs with the right number of tokens of A",
    "pairs that lose tokens at the ends of A and B alone",
)
PARTS = ("[CLS]", "A", "the first [SEP]", "B", "the last [SEP]")


def corpus(rng, sentences, shortest, longest):
    """Documents of so many sentences each; no token occurs twice, so each one tells where it came from."""
    made, at = [], FIRST
    for count in sentences:
        sizes = rng.integers(shortest, longest + 1, size=count)
        ends = at + np.cumsum(sizes)
        made.append([np.arange(end - size, end) for end, size in zip(ends, sizes)])
        at = int(ends[-1])
    return made


def inputs(rng, sentences, shortest, longest, max_length, a=None):
    """Arguments with a random sentence A that is not the last of its document; a: its number of tokens, where that matters.

    sentences: how many A's document has, then each of the others, which stand in any order.
    """
    sizes = [sentences[at] for at in rng.permutation(len(sentences))]
    document, sentence = sizes.index(sentences[0]), int(rng.integers(sentences[0] - 1))
    documents = corpus(rng, sizes, shortest, longest)
    if a:
        documents[document][sentence] = np.arange(900, 900 + a)
    return {
        "documents": documents,
        "document": document,
        "sentence": sentence,
        "cls_id": CLS,
        "sep_id": SEP,
        "max_length": max_length,
        "rng": np.random.default_rng(int(rng.integers(2**32))),
    }


def cases(rng):
    """Yields (label, arguments): documents, document, sentence, cls_id, sep_id, max_length, rng."""
    yield "1,600 pairs, two documents, room enough", inputs(rng, (4, 4), 2, 6, 32)
    # The others are a short and a long document: chances are equal among documents, not among all their sentences.
    yield "1,600 pairs, three documents, at most 17 tokens, A the longer", inputs(rng, (4, 2, 6), 6, 9, 17, a=12)
    yield "1,600 pairs, two documents, at most 17 tokens, B the longer", inputs(rng, (4, 5), 11, 13, 17, a=4)


def where(documents, tokens):
    """(document, sentence) of a list of tokens by its first one, or (-1, -1)."""
    for d, document in enumerate(documents):
        for s, sentence in enumerate(document):
            if tokens and tokens[0] in sentence:
                return d, s
    return -1, -1


def parts(token_ids, a):
    """The places of [CLS], A, the first [SEP], B and the last [SEP] in a pair, as a dict of lists."""
    of_a = [i for i, token in enumerate(token_ids) if token in a]
    of_b = [i for i, token in enumerate(token_ids) if token >= FIRST and token not in a]
    separators = [i for i, token in enumerate(token_ids) if token == SEP]
    begin = of_b[0] if of_b else len(token_ids)
    heads = [i for i, token in enumerate(token_ids) if token == CLS]
    return dict(zip(PARTS, (heads, of_a, [i for i in separators if i < begin], of_b, [i for i in separators if i > begin])))


def kept_of_a(a, b, room):
    """How many tokens of A stay when sentences of a and b tokens shrink to the room; a formula, not the loop."""
    return a if a + b <= room else min(a, max(room - b, (room + 1) // 2))


def begins(tokens, whole):
    """Whether tokens are the first ones of a sentence."""
    return list(tokens) == list(whole[: len(tokens)])


def reading(documents, given, token_ids, segment_ids):
    """What one pair shows, as a dict of numbers; segment ids and counts by part."""
    here, sentence = given["document"], given["sentence"]
    a = documents[here][sentence]
    found = parts(token_ids, set(a.tolist()))
    d, s = where(documents, [token_ids[i] for i in found["B"]])
    right = kept_of_a(len(a), len(documents[d][s]), given["max_length"] - 3) if d >= 0 else -1
    seen = {
        "follows": (d, s) == (here, sentence + 1),
        "same": d in (here, -1),
        "first": s == 0,
        "last": s == len(documents[d]) - 1 and d >= 0,
        "neighbour": d == (here + 1) % len(documents),
        "order": sum(found.values(), []) == list(range(len(token_ids))),
        "short": len(token_ids) <= given["max_length"],
        "kept": len(found["A"]) == right,
        "ends": all(begins([token_ids[i] for i in found[part]], whole) for part, whole in (("A", a), ("B", documents[d][s] if d >= 0 else []))),
        "share": len(found["A"]) / right if right > 0 else 0.0,
    }
    for name, at in found.items():
        seen[f"count {name}"] = len(at)
        ids = [segment_ids[i] for i in at if i < len(segment_ids)]
        seen[f"segment {name}"] = np.mean(ids) if ids else -1.0
    return seen


def observe(solve, arguments):
    """Shares over many pairs. solve returns token_ids (length,), segment_ids (length,) and is_next."""
    *given, rng = arguments.values()
    documents, known, labels, rows = arguments["documents"], {}, [], []
    for _ in range(PAIRS):
        token_ids, segment_ids, is_next = solve(*given, rng)
        pair = tuple(np.ravel(token_ids).tolist()), tuple(np.ravel(segment_ids).tolist())
        # The same few pairs come again and again, and each needs to be read once.
        if pair not in known:
            known[pair] = reading(documents, arguments, *pair)
        labels.append(bool(np.asarray(is_next)))
        rows.append(known[pair])
    labels = np.array(labels)

    def mean(name, among=slice(None)):
        values = np.array([row[name] for row in rows], dtype=np.float64)[among]
        return float(values.mean()) if values.size else 0.0

    return {
        "pairs with the label IsNext": float(labels.mean()),
        "IsNext pairs whose B follows A": mean("follows", labels),
        "NotNext pairs whose B is of A's document": mean("same", ~labels),
        "NotNext pairs whose B begins its document": mean("first", ~labels),
        "NotNext pairs whose B ends its document": mean("last", ~labels),
        "NotNext pairs whose B is of the document after A's (the first follows the last)": mean("neighbour", ~labels),
        "pairs of at most max_length tokens": mean("short"),
        "pairs in the order [CLS] A [SEP] B [SEP]": mean("order"),
        "pairs with the right number of tokens of A": mean("kept"),
        "pairs that lose tokens at the ends of A and B alone": mean("ends"),
        "tokens of A for each one that is right": mean("share"),
        **{f"how often {name} occurs": mean(f"count {name}") for name in ("[CLS]", "the first [SEP]", "the last [SEP]")},
        **{f"segment id of {name}": mean(f"segment {name}") for name in PARTS},
    }


def expected(documents, given, b):
    """The right pair of A and the sentence b, derived anew: lists of token ids and segment ids."""
    a, b = documents[given["document"]][given["sentence"]].tolist(), b.tolist()
    while len(a) + len(b) + 3 > given["max_length"]:
        (a if len(a) > len(b) else b).pop()
    return [CLS, *a, SEP, *b, SEP], [0] * (len(a) + 2) + [1] * (len(b) + 1)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: the arguments above -> (token_ids, segment_ids, is_next)."""
    seen = set()
    for max_length in (64, 15, 8):
        given = inputs(rng, (5, 5, 5), 3, 12, max_length)
        documents = given["documents"]
        a = {int(token) for token in documents[given["document"]][given["sentence"]]}
        for seed in range(12):
            arguments = [*list(given.values())[:-1], np.random.default_rng(seed)]
            result = solve(*arguments)
            if len(result) != 3:
                yield f"{len(result)} values came back; three are wanted: (token_ids, segment_ids, is_next)."
                return
            ids, segments = (np.asarray(part) for part in result[:2])
            if ids.ndim != 1 or ids.shape != segments.shape:
                yield f"token_ids has shape {ids.shape} and segment_ids {segments.shape}; both are (length,)."
                return
            of_b = [int(token) for token in ids if token >= FIRST and int(token) not in a]
            d, s = where(documents, of_b)
            if d < 0:
                yield "A pair has no tokens but those of A: B is another sentence, and neither of the two may disappear."
                return
            seen.add(bool(np.asarray(result[2])))
            tokens, numbers = expected(documents, given, documents[d][s])
            if ids.tolist() != tokens:
                yield f"A pair of at most {max_length} tokens is {ids.tolist()}; {tokens} is right for this B."
                return
            if segments.tolist() != numbers:
                yield f"The segment ids are {segments.tolist()}; {numbers} is right."
                return
            again = np.asarray(solve(*arguments[:-1], np.random.default_rng(seed))[0]).tolist()
            if again != tokens:
                yield "The same rng gave two different pairs: all randomness must come from rng."
                return
    if len(seen) < 2:
        yield "36 pairs all had the same label: half of them should be the next sentence, half not."

    # So many pairs hold a share of one half within 0.075 by six deviations.
    fixed = list(inputs(rng, (4, 4), 2, 6, 32).values())[:-1]
    seeds = [int(seed) for seed in rng.integers(2**32, size=1600)]
    labels = [bool(np.asarray(solve(*fixed, np.random.default_rng(seed))[2])) for seed in seeds]
    if abs(np.mean(labels) - 0.5) > 0.075:
        yield f"Of 1,600 pairs {100 * np.mean(labels):.0f} % have the label IsNext; half is right."
