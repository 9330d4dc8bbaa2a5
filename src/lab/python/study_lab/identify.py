"""Names the mistakes whose results a learner's results are."""
from __future__ import annotations

import numpy as np

from .outcome import alike, quiet_outcome


class Variants:
    """The outcomes of every known mistake on the cases of one seed."""

    def __init__(self, exercise, cases, references):
        self.exercise = exercise
        self.rows = []
        for name, sentence, function, _ in [*exercise.mistakes, *exercise.inherited()]:
            outcomes = [quiet_outcome(exercise, function, arguments) for _, arguments in cases]
            differs = frozenset(at for at, one in enumerate(outcomes) if not alike(one, references[at], exercise))
            self.rows.append((name, sentence, outcomes, differs))

    def matching(self, outcomes, failing):
        """Mistakes that give the learner's outcomes wherever they differ from the reference; widest first.

        outcomes: the learner's, case by case; failing: the cases in which they are not the reference's.
        A mistake that explains nothing which an earlier one has not explained is left out. Exceptions and NaN look
        alike whatever caused them: where nothing else speaks for a mistake, it must explain all that fails.
        """
        found = []
        for name, sentence, theirs, differs in self.rows:
            if not differs or not all(at < len(outcomes) and alike(outcomes[at], theirs[at], self.exercise) for at in differs):
                continue
            if differs == frozenset(failing) or any(says_something(theirs[at]) for at in differs):
                found.append((name, sentence, differs))
        found.sort(key=lambda row: -len(row[2]))
        named, explained = [], frozenset()
        for name, sentence, differs in found:
            if not differs <= explained:
                named.append({"id": name, "sentence": sentence})
                explained |= differs
        return named


def says_something(outcome):
    """Whether an outcome holds anything but an exception or NaN."""
    return outcome.error is None and outcome.foreign is None and any(finite_pieces(outcome.result))


def finite_pieces(result):
    if isinstance(result, dict):
        result = list(result.values())
    if isinstance(result, (list, tuple)):
        for piece in result:
            yield from finite_pieces(piece)
    elif isinstance(result, (np.ndarray, np.generic, float)) and np.asarray(result).dtype.kind in "fc":
        yield bool(np.isfinite(result).any())
    else:
        yield True
