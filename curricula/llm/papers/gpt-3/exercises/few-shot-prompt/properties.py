"""Fresh tasks for the few-shot prompt, each of which shows what takes up room, and laws."""
from __future__ import annotations


def ids(rng, count):
    """count token ids; the separator's ids, 0 and 1, are never among them."""
    return [int(token) for token in rng.integers(2, 500, size=count)]


def task(rng, description, examples, query, completions, separator, spare, fitting):
    """Arguments by lengths. examples: [(prompt, answer)]. The context holds `fitting` examples and `spare` tokens more."""
    blocks = [prompt + answer + separator for prompt, answer in examples[:fitting]]
    head = description + separator if description else 0
    return {
        "description": ids(rng, description),
        "examples": [(ids(rng, prompt), ids(rng, answer)) for prompt, answer in examples],
        "query": ids(rng, query),
        "completions": [ids(rng, length) for length in completions],
        "separator": [0, 1, 0, 1, 0][:separator],
        "context": head + sum(blocks) + query + max(completions) + spare,
    }


def some(rng, count, low, high):
    return [(int(rng.integers(low, high)), int(rng.integers(1, 3))) for _ in range(count)]


def cases(rng):
    """Yields (label, arguments): description, examples, query, completions, separator, context."""
    yield "all of it fits exactly up to the third example", task(rng, 8, some(rng, 6, 3, 5), 4, [9, 7, 8], 2, 0, 3)
    yield "completions of one length, no description", task(rng, 0, some(rng, 5, 4, 6), 3, [8, 8, 8], 1, 1, 2)
    yield "a long description, completions of one token", task(rng, 12, some(rng, 5, 4, 7), 5, [1, 1], 1, 1, 2)
    yield "a short and a long completion, no description", task(rng, 0, some(rng, 6, 4, 6), 5, [9, 1, 2], 1, 0, 2)
    yield "a long separator", task(rng, 0, some(rng, 6, 3, 5), 4, [1, 1], 5, 0, 3)
    yield "everything fits", task(rng, 3, some(rng, 3, 3, 6), 4, [2, 3], 2, 30, 3)
    yield "the longest completion comes last, the query is long", task(rng, 3, some(rng, 6, 3, 6), 20, [2, 3, 11], 2, 1, 3)
    # The third example is too long, and the fourth would fit.
    yield "one example is too long", task(rng, 4, [(3, 1), (4, 2), (30, 2), (3, 1), (4, 1)], 5, [2, 3], 2, 12, 2)
    # With a token more in the context the fourth example would fit.
    yield "one token is lacking for the next example", task(rng, 5, [(4, 1), (3, 2), (5, 1), (4, 2)], 4, [3, 1], 1, 6, 3)
    yield "zero-shot", task(rng, 5, [], 4, [2, 1, 3], 2, 3, 0)
    yield "the question alone is too long", task(rng, 4, some(rng, 3, 3, 6), 6, [3, 2], 1, -2, 0)


def parts_before(given, used):
    """What stands before a completion with this many examples: [(token, the part that it belongs to)]."""
    parts = [("description", given["description"]), ("separator behind the description", given["separator"])]
    for at, (prompt, answer) in enumerate(given["examples"][:used]):
        parts += [(f"prompt of example {at}", prompt), (f"answer of example {at}", answer), (f"separator behind example {at}", given["separator"])]
    return [(token, name) for name, tokens in [*parts, ("query", given["query"])] for token in tokens]


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: the arguments above -> (sequences, starts, used)."""
    given = task(rng, 4, some(rng, 7, 3, 7), 5, [4, 2, 6], 2, 2, 3)
    result = solve(*given.values())
    if len(result) != 3:
        yield f"{len(result)} values came back; three are wanted: (sequences, starts, used)."
        return
    sequences, starts, used = plain(result)
    if len(sequences) != 3 or len(starts) != 3:
        yield f"For three completions {len(sequences)} sequences and {len(starts)} starts came back; three of each are wanted."
        return
    for sequence, start, completion in zip(sequences, starts, given["completions"]):
        if start < 0 or sequence[start:] != completion:
            yield f"From its start, {start}, a sequence reads {sequence[start:]}; its completion is {completion}."
            return
    if any(sequence[:start] != sequences[0][: starts[0]] for sequence, start in zip(sequences, starts)):
        yield "Before their completions the sequences differ: all choices are compared in the same context."
    before = parts_before(given, used)
    for at, (token, part) in enumerate(before):
        found = sequences[0][at] if at < starts[0] else None
        if found != token:
            yield (
                f"With K = {used} token {at} of a sequence is {'missing' if found is None else found}; {token} is right, which "
                f"belongs to the {part}."
            )
            return
    if starts[0] > len(before):
        yield f"With K = {used} the completions begin at {len(before)}, directly behind the query; yours begin at {starts[0]}."
        return
    length = max(len(sequence) for sequence in sequences)
    if length > given["context"]:
        yield f"A sequence has {length} tokens; the context holds {given['context']}."
    elif used < 7:
        prompt, answer = given["examples"][used]
        more = len(prompt) + len(answer) + 2
        if length + more <= given["context"]:
            yield f"With {used} examples the longest sequence has {length} tokens; another example of {more} would fit into {given['context']}."

    before = -1
    for context in range(given["context"] - 20, given["context"] + 40, 4):
        now = plain(solve(*{**given, "context": context}.values()))[2]
        if now < before:
            yield f"A context of {context} tokens holds {now} examples, and a smaller one held {before}."
            break
        before = now
    zero, _, none = plain(solve(*{**given, "examples": []}.values()))
    right = [*given["description"], *given["separator"], *given["query"], *given["completions"][0]]
    if none != 0 or zero[0] != right:
        yield "Without examples the sequence must be the description, a separator, the query and the completion."


def plain(result):
    """The result with lists of ints, from arrays or lists."""
    sequences, starts, used = result
    return [[int(token) for token in sequence] for sequence in sequences], [int(start) for start in starts], int(used)
