"""Fresh inputs and laws for prompts."""
from __future__ import annotations

NAMES = ("Ada", "Ben", "Cleo", "Dan", "Eve", "Finn")
THINGS = ("apples", "books", "cards", "dolls")
VARIANTS = ("standard", "chain", "equation", "dots", "after")


def exemplar(rng):
    """A small problem of addition with its chain, equation and answer."""
    name, thing = rng.choice(NAMES), rng.choice(THINGS)
    have, more = (int(number) for number in rng.integers(2, 150, size=2))
    return {
        "question": f"{name} has {have} {thing} and gets {more} more. How many {thing} does {name} have?",
        "chain": f"{name} started with {have} {thing}. With {more} more there are {have + more}.",
        "equation": f"{have} + {more} = {have + more}",
        "answer": str(have + more),
    }


def inputs(rng, variant, count):
    """Arguments with this many exemplars."""
    return {
        "variant": variant,
        "exemplars": [exemplar(rng) for _ in range(count)],
        "question": exemplar(rng)["question"],
    }


def cases(rng):
    """Yields (label, arguments): variant, exemplars, question."""
    for variant in VARIANTS:
        yield f"{variant}, three exemplars", inputs(rng, variant, 3)
    yield "chain, one exemplar", inputs(rng, "chain", 1)
    yield "dots, eight exemplars as in the paper", inputs(rng, "dots", 8)
    yield "no exemplar", inputs(rng, "standard", 0)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (variant, exemplars, question) -> text."""
    _, exemplars, question = inputs(rng, "chain", 2).values()
    texts = {variant: solve(variant, exemplars, question) for variant in VARIANTS}
    for variant, text in texts.items():
        if not isinstance(text, str):
            yield f"In the variant {variant!r} the result is no text."
            return
        if not text.endswith(f"Q: {question}\nA:"):
            yield f"The variant {variant!r} does not end with the question and \"A:\"; yours ends with {text[-20:]!r}."
            return
        if text.count("The answer is") != 2:
            yield f"Two exemplars give \"The answer is\" twice; in the variant {variant!r} it stands {text.count('The answer is')} times."
            return
        if any(f"Q: {one['question']}\nA:" not in text for one in exemplars):
            yield f"In the variant {variant!r} an exemplar's question is missing."
            return
    first = exemplars[0]
    for variant, shows in (("standard", False), ("chain", True), ("equation", False), ("dots", False), ("after", True)):
        if (first["chain"] in texts[variant]) != shows:
            yield f"The variant {variant!r} {'shows no chain' if shows else 'shows the chain'}."
    chain, answer = first["chain"], f"The answer is {first['answer']}."
    for variant, before in (("chain", True), ("after", False)):
        text = texts[variant]
        if chain in text and answer in text and (text.index(chain) < text.index(answer)) != before:
            yield f"In the variant {variant!r} the chain stands {'behind' if before else 'before'} the answer."
