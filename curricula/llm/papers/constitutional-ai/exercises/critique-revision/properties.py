"""Fresh inputs and laws for critique and revision."""
from __future__ import annotations

import numpy as np

WORDS = "amber birch cedar delta ember fjord grove heath inlet knoll".split()


def words(rng, kind):
    """A short text that says what it stands for."""
    return f"{kind} {' '.join(rng.choice(WORDS, size=3))} {rng.integers(100, 999)}"


def inputs(rng, prompts, rounds, count=4):
    """Arguments of these sizes; no prompt draws the same principles as another, where there are any rounds."""
    draws = np.array([[(n + 2 * at + 1) % count for at in range(rounds)] for n in range(prompts)], dtype=int).reshape(prompts, rounds)
    said = ["critique", "revision"] * rounds
    return {
        "prompts": [words(rng, "question") for _ in range(prompts)],
        "principles": [(words(rng, "find"), words(rng, "mend")) for _ in range(count)],
        "draws": draws,
        "outputs": [[words(rng, kind) for kind in ("response", *said)] for _ in range(prompts)],
    }


def cases(rng):
    """Yields (label, arguments): prompts, principles, draws (prompts, rounds), outputs."""
    yield "one prompt, one round", inputs(rng, 1, 1)
    yield "two prompts, two rounds", inputs(rng, 2, 2)
    yield "three prompts, four rounds as in the paper", inputs(rng, 3, 4, count=16)
    yield "no round", inputs(rng, 2, 0)


# The texts of the exercise's example.
TEXTS = ["Human: Hi\n\nAssistant:"]
TEXTS.append(TEXTS[0] + " Go.\n\nCritique Request: What is rude?\n\nCritique:")
TEXTS.append(TEXTS[1] + " Rude.\n\nRevision Request: Be kind.\n\nRevision:")


def example_laws(solve):
    """Yields where the first text of the example that is not right leaves the right one."""
    contexts, _ = solve(["Hi"], [("What is rude?", "Be kind.")], np.array([[0]]), [["Go.", "Rude.", "Hello!"]])
    if len(contexts) != 1 or isinstance(contexts[0], str) or len(contexts[0]) != 3 or not all(isinstance(one, str) for one in contexts[0]):
        return
    for at, (got, right) in enumerate(zip(contexts[0], TEXTS)):
        if got != right:
            part = next((place for place, (one, other) in enumerate(zip(got, right)) if one != other), min(len(got), len(right)))
            yield (
                f"Text {at + 1} of the example is right up to {right[max(part - 12, 0) : part]!r} and goes on with {got[part : part + 16]!r} "
                f"where {right[part : part + 16]!r} is right ('' is the end of the text)."
            )
            return


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (prompts, principles, draws, outputs) -> (contexts, pairs)."""
    told = False
    for sentence in example_laws(solve):
        told = True
        yield sentence
    if told:
        return
    given = inputs(rng, 2, 2)
    prompts, principles, draws, outputs = given.values()
    result = solve(*given.values())
    if len(result) != 2:
        yield f"{len(result)} values came back; two are wanted: (contexts, pairs)."
        return
    contexts, pairs = result
    if len(contexts) != 2 or any(isinstance(one, str) for one in contexts):
        yield "contexts holds one list of texts for each prompt."
        return
    if any(len(asked) != 5 for asked in contexts):
        yield f"Two rounds ask the model five times for each prompt; your first prompt has {len(contexts[0])} texts."
        return
    for at in (0, 1):
        for text, kind in ((contexts[0][2 * at + 1], 0), (contexts[0][2 * at + 2], 1)):
            wanted = principles[draws[0, at]][kind]
            if wanted not in text or any(one[kind] in text for one in principles if one[kind] != wanted):
                yield f"Round {at + 1} drew principle {draws[0, at]}, whose {('critique', 'revision')[kind]} request is {wanted!r}; your text has another one or more."
                return
    if any(len(pair) != 2 for pair in pairs):
        yield "Each pair is a tuple (prompt, revision)."
        return
    if len(pairs) != 4:
        yield f"Two prompts with two rounds give four pairs; yours are {len(pairs)}. The revisions of all rounds are targets."
        return
    for target, at in zip([target for _, target in pairs], ((0, 2), (0, 4), (1, 2), (1, 4))):
        if target != outputs[at[0]][at[1]]:
            yield f"The target {target!r} is not the revision {outputs[at[0]][at[1]]!r}."
            return
    if any(prompt not in prompts for prompt, _ in pairs):
        yield "The prompt of a pair is not the bare prompt of the human."
        return
    second = contexts[0][3]
    if outputs[0][2] not in second:
        yield "The second round does not work on the revision of the first."
    elif any(outputs[0][at] in second for at in (0, 1)):
        yield "The second round still shows the first response or its critique. The revision takes the response's place."
    if outputs[0][1] not in contexts[0][2]:
        yield "The model is asked for a revision without seeing its critique."
