from __future__ import annotations


def task(kind: str, names: list[str], flips: list[bool]) -> dict[str, str]:
    """A symbolic task with its chain of thought (Section 5).

    kind: "letters" or "coin". names: words, or people. flips: who flips the coin.
    Returns {"question", "chain", "answer"}, three strings.
    """
    # TODO: the letters
    # TODO: the coin
    raise NotImplementedError("task: question, chain and answer")
