"""Makes chain-of-thought.json: prompts from Jinja templates, answers worked out by hand, votes from counters and SciPy, for the references to be held to.

Usage: python chain-of-thought.py (writes beside itself; needs scipy, jinja2).
"""
from __future__ import annotations

import json
import os

import jinja2
import numpy as np
import scipy
from scipy.special import logsumexp

SEED = 220111903
DIGITS = 9


def rounded(value):
    """value: an array of any shape. Returns it with nine significant digits where it is not whole."""
    flat = np.asarray(value)
    if flat.dtype.kind in "biu" or flat.size == 0:
        return flat
    return np.vectorize(lambda v: float(f"{v:.{DIGITS}g}"))(flat.astype(np.float64))


def encoded(value):
    """value in the form of the vector files."""
    if isinstance(value, tuple):
        return {"tuple": [encoded(item) for item in value]}
    if isinstance(value, list):
        return [encoded(item) for item in value]
    if isinstance(value, dict):
        return {name: encoded(item) for name, item in value.items()}
    if isinstance(value, np.ndarray):
        array = rounded(value)
        if array.ndim == 0:
            return array.item()
        return {"shape": list(array.shape), "dtype": str(array.dtype), "data": array.ravel().tolist()}
    return value


def vector(exercise, label, arguments, expected):
    return {"exercise": exercise, "label": label, "arguments": encoded(arguments), "expected": encoded(expected)}


def drawn(rng, *shape):
    """A rounded random array of the given shape."""
    return rounded(rng.normal(size=shape))


TEMPLATE = jinja2.Template(
    "{% for one in exemplars %}Q: {{ one.question }}\nA: "
    "{% if variant in ('chain', 'equation') %}{{ one[variant] }} {% endif %}"
    "{% if variant == 'dots' %}{{ '.' * (one.equation | length) }} {% endif %}"
    "The answer is {{ one.answer }}."
    "{% if variant == 'after' %} {{ one.chain }}{% endif %}\n\n{% endfor %}Q: {{ question }}\nA:"
)


def rendered(rng):
    """The prompts of all variants from one template."""
    exemplars = [
        {"question": "A box holds 3 rows of 4 eggs. How many eggs?", "chain": "3 rows of 4 are 12.", "equation": "3 * 4 = 12", "answer": "12"},
        {"question": "Ten coins, six gone. How many are left?", "chain": "10 - 6 is 4.", "equation": "10 - 6 = 4", "answer": "4"},
    ]
    for variant in ("standard", "chain", "equation", "dots", "after"):
        arguments = {"variant": variant, "exemplars": exemplars, "question": "How many legs do two dogs have?"}
        yield vector("prompts", variant, arguments, TEMPLATE.render(**arguments))


def by_hand(rng):
    """What a reader of the rules would write down as the answer."""
    for text, kind, right in (
        ("There are 15 trees. 21 - 15 = 6. The answer is 6.", "number", "6"),
        ("She had 32. So the answer is $1,032.00 in 2 years.", "number", "1032"),
        ("The answer is 12,500,000.50%.", "number", "12500000.5"),
        ("The answer is minus that, -0.5.", "number", "-0.5"),
        ("3.5 and 4.25", "number", "4.25"),
        ("Eight.\n\nQ: 5?", "number", ""),
        ("The answer is 3. The answer is 4, 5 or 6.\nQ: x\nA: The answer is 7.", "number", "4"),
        ("The answer is (A) or (c).", "choice", "c"),
        ("So the answer is no.", "yes-no", "no"),
        ("So the answer is nobody's.", "yes-no", ""),
        ("yes", "yes-no", ""),
    ):
        yield vector("extract-answer", text[:30], {"text": text, "kind": kind}, right)


def votes(rng):
    """Answers counted by numpy.unique and weighed by SciPy's logsumexp."""
    for label, count in (("nine chains", 9), ("twenty chains", 20)):
        answers = [str(one) for one in rng.choice(["3", "4", "5", ""], size=count, p=[0.5, 0.2, 0.15, 0.15])]
        logps = rounded(-6 * rng.uniform(size=count))
        names, counts = np.unique([one for one in answers if one], return_counts=True)
        assert (counts == counts.max()).sum() == 1
        sums = [logsumexp(logps, b=np.array(answers) == name) for name in names]
        tops = [logps[np.array(answers) == name].max() for name in names]
        expected = {
            "majority": str(names[counts.argmax()]), "share": counts.max() / count, "weighted": str(names[np.argmax(sums)]),
            "likeliest": str(names[np.argmax(tops)]),
        }
        yield vector("self-consistency", label, {"answers": answers, "logps": logps}, expected)


MAKERS = (rendered, by_hand, votes)


def main():
    # Each exercise draws from its own generator, so that one more leaves the others as they are.
    vectors = [one for make in MAKERS for one in make(np.random.default_rng([SEED, *make.__name__.encode()]))]
    versions = {"scipy": scipy.__version__, "jinja2": jinja2.__version__, "numpy": np.__version__}
    with open(os.path.splitext(__file__)[0] + ".json", "w", encoding="utf-8") as file:
        lines = ",\n".join(json.dumps(one, separators=(",", ":"), ensure_ascii=False) for one in vectors)
        file.write(f'{{"versions":{json.dumps(versions)},"seed":{SEED},"vectors":[\n{lines}\n]}}\n')


if __name__ == "__main__":
    main()
