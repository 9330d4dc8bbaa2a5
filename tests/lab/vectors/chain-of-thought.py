"""Makes chain-of-thought.json: prompts from Jinja templates, answers worked out by hand, votes from counters and SciPy, for the references to be held to.

Usage: python chain-of-thought.py (writes beside itself; needs scipy, jinja2).
"""
from __future__ import annotations

import jinja2
import numpy as np
import scipy
from scipy.special import logsumexp
from scipy.stats import multivariate_hypergeom
from frame import rounded, vector, write

SEED = 220111903


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


def put_right(rng):
    """What the rules of the calculator make of a chain, written down by hand."""
    for label, chain, right in (
        ("carried", "She has 5 + 3 = 9 eggs. She buys 9 * 2 = 18 more. The answer is 18.", "She has 5 + 3 = 8 eggs. She buys 8 * 2 = 16 more. The answer is 16."),
        ("whole numbers", "12 - 4 = 5. Of 15, 5.5, 0.5 and 5 the last is it.", "12 - 4 = 8. Of 15, 5.5, 0.5 and 8 the last is it."),
        ("order", "(2 + 3) * 4 = 14 and 2 + 3 * 4 = 20.", "(2 + 3) * 4 = 20 and 2 + 3 * 4 = 14."),
        ("decimals", "7 / 2 = 3 each, 10 / 3 = 3.3. Below: 2 - 2.125 = 0.", "7 / 2 = 3.5 each, 10 / 3.5 = 2.8571. Below: 2 - 2.125 = -0.125."),
        ("right later on", "2 + 2 = 6. 3 + 3 = 6. The answer is 6.", "2 + 2 = 4. 3 + 3 = 6. The answer is 6."),
        ("by nothing", "5 / 0 = 5. The answer is 5.", "5 / 0 = 5. The answer is 5."),
    ):
        yield vector("calculator", label, {"chain": chain}, right)


def subsets(rng):
    """Pass from HumanEval's product; majority from multivariate hypergeometric chances of SciPy, over all counts of a subset."""
    for label, counts, right in (("four answers", (4, 3, 2, 1), {1}), ("two right", (3, 3, 2), {0, 2})):
        order = rng.permutation(np.repeat(np.arange(len(counts)), counts))
        ks, n, c = [1, 2, 3, 5, 7], sum(counts), sum(counts[one] for one in right)
        passes = [1.0 if n - c < k else 1.0 - np.prod(1.0 - k / np.arange(n - c + 1, n + 1)) for k in ks]
        majorities = []
        for k in ks:
            held = [one for one in np.ndindex(*(count + 1 for count in counts)) if sum(one) == k]
            chances = [multivariate_hypergeom.pmf(one, counts, k) for one in held]
            won = [np.mean([at in right for at, count in enumerate(one) if count == max(one)]) for one in held]
            majorities.append(float(np.dot(chances, won)))
        arguments = {"correct": [bool(one in right) for one in order], "answers": ["abcd"[one] for one in order], "ks": ks}
        yield vector("pass-and-majority", label, arguments, {"pass": np.array(passes), "majority": np.array(majorities)})


MAKERS = (rendered, by_hand, votes, put_right, subsets)


def main():
    versions = {"scipy": scipy.__version__, "jinja2": jinja2.__version__, "numpy": np.__version__}
    write(__file__, SEED, MAKERS, versions)


if __name__ == "__main__":
    main()
