"""Prompts from a table of templates."""
import re

TEMPLATES = {
    "standard": "The answer is {answer}.",
    "chain": "{chain} The answer is {answer}.",
    "equation": "{equation} The answer is {answer}.",
    "dots": "{dots} The answer is {answer}.",
    "after": "The answer is {answer}. {chain}",
}


def prompt(variant, exemplars, question):
    """Returns the text."""
    blocks = [
        f"Q: {one['question']}\nA: " + TEMPLATES[variant].format(dots=re.sub(".", ".", one["equation"]), **one) for one in exemplars
    ]
    return "\n\n".join([*blocks, f"Q: {question}\nA:"])
