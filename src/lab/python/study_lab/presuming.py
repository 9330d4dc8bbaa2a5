"""Laws that hold a result to a figure, and so presume that the plain cases are right."""
from __future__ import annotations


class Presuming(str):
    """A law's sentence that is spoken only where no case fails: else something else may have broken the law."""


def presuming(sentence):
    """Marks the sentence of a law: `yield presuming("Very large logits …: subtract the largest before exp.")`."""
    return Presuming(sentence)
