from __future__ import annotations


def prompt(variant: str, exemplars: list[dict[str, str]], question: str) -> str:
    """A few-shot prompt (Sections 2 and 3.3).

    variant: "standard", "chain", "equation", "dots" or "after".
    exemplars: dicts with question, chain, equation and answer.
    Returns the text, which ends with the question and "A:".
    """
    # TODO: the body of an exemplar, by the variant
    # TODO: all exemplars, then the question
    raise NotImplementedError("prompt: the exemplars by the variant, then the question")
