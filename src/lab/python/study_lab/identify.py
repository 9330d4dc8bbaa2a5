"""Names the mistakes whose results a learner's results are."""
from __future__ import annotations

from .outcome import alike, quiet_outcome


class Variants:
    """The outcomes of every known mistake on the cases of one seed."""

    def __init__(self, exercise, cases, references):
        self.exercise = exercise
        self.rows = []
        for name, sentence, function in exercise.mistakes:
            outcomes = [quiet_outcome(exercise, function, arguments) for _, arguments in cases]
            differs = frozenset(at for at, one in enumerate(outcomes) if not alike(one, references[at], exercise))
            self.rows.append((name, sentence, outcomes, differs))

    def matching(self, outcomes):
        """Mistakes that give the learner's outcomes wherever they differ from the reference; widest first.

        A mistake that explains nothing which an earlier one has not explained is left out.
        """
        found = []
        for name, sentence, theirs, differs in self.rows:
            if differs and all(at < len(outcomes) and alike(outcomes[at], theirs[at], self.exercise) for at in differs):
                found.append((name, sentence, differs))
        found.sort(key=lambda row: -len(row[2]))
        named, explained = [], frozenset()
        for name, sentence, differs in found:
            if not differs <= explained:
                named.append({"id": name, "sentence": sentence})
                explained |= differs
        return named
