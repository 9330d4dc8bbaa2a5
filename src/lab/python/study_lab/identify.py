"""Names the mistakes whose results a learner's results are: alone, by rule, or two at once."""
from __future__ import annotations

import time

import numpy as np

from .compare import difference
from .edits import BadEdit, places
from .generated import slips_of
from .outcome import alike, quiet_outcome

# Numbers that must agree, and be wrong, before a mistake by rule or a pair is believed.
FEWEST_NUMBERS = 4
# Pairs that are tried, and for how long: a verdict must not be waited for.
MOST_PAIRS = 8000
MOST_SECONDS = 2.0


class Named:
    """What is named: mistakes [{id, sentence}], and how much of what is wrong they explain: "all", "together" or "part"."""

    def __init__(self, mistakes=(), explains="all"):
        self.mistakes, self.explains = list(mistakes), explains

    @property
    def certain(self):
        """Whether nothing is left to explain."""
        return bool(self.mistakes) and self.explains != "part"


class Variants:
    """The outcomes of every known mistake on the cases of one seed."""

    def __init__(self, exercise, cases, references):
        self.exercise, self.cases, self.references = exercise, cases, references
        self.known = [*exercise.mistakes, *exercise.inherited()]
        self.rows = []
        for name, sentence, function, _ in self.known:
            outcomes = [quiet_outcome(exercise, function, arguments) for _, arguments in cases]
            differs = frozenset(at for at, one in enumerate(outcomes) if not alike(one, references[at], exercise))
            self.rows.append((name, sentence, outcomes, differs))

    def name(self, outcomes, failing):
        """The best that can be named for a learner's outcomes, failing being the cases that are not the reference's."""
        named, explained = self.matching(outcomes, failing)
        if explained >= frozenset(failing):
            return Named(named)
        if self.exercise.observe is None and any(wrong_numbers(outcomes[at], self.references[at]) >= FEWEST_NUMBERS for at in failing):
            more = self.by_rule(outcomes, failing)
            if more.mistakes:
                return more
        return Named(named or self.in_part(outcomes, failing), "part")

    def matching(self, outcomes, failing):
        """Mistakes that give the learner's outcomes wherever they differ from the reference, widest first; the cases they explain.

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
        return named, explained

    def in_part(self, outcomes, failing):
        """The mistake that gives the learner's wrong numbers in most of the failing cases, though not in all; two at least."""
        best, most = [], 1
        for name, sentence, theirs, differs in self.rows:
            there = [at for at in failing if at in differs and alike(outcomes[at], theirs[at], self.exercise)
                     and wrong_numbers(theirs[at], self.references[at]) >= FEWEST_NUMBERS]
            if len(there) > most:
                best, most = [{"id": name, "sentence": sentence}], len(there)
        return best

    def by_rule(self, outcomes, failing):
        """A mistake by rule, or two mistakes at once, that give the learner's outcomes on every case."""
        telling = self.telling(outcomes, failing)
        if telling is None:
            return Named()
        slips = [(slip.name, slip.sentence, (slip.place,)) for slip in slips_of(self.exercise.text.text)]
        for slip in slips:
            if self.gives(slip[2], outcomes, telling):
                return Named([{"id": slip[0], "sentence": slip[1]}])
        ends = time.process_time() + MOST_SECONDS
        for tried, (one, other) in enumerate(pairs(self.edits(), slips)):
            if tried >= MOST_PAIRS or tried % 64 == 63 and time.process_time() > ends:
                break
            if self.gives(one[2] + other[2], outcomes, telling):
                return Named([{"id": name, "sentence": sentence} for name, sentence, _ in (one, other)], "together")
        return Named()

    def edits(self):
        """The known mistakes that are edits: [(name, sentence, places)]."""
        found = []
        for one in self.known:
            try:
                if one.edits:
                    found.append((one.name, one.sentence, tuple(places(self.exercise.text.text, one.edits))))
            except BadEdit:
                pass
        return found

    def telling(self, outcomes, failing):
        """The smallest failing case and a number of it that is wrong: (arguments that can't be changed, path, index, number)."""
        for at in sorted(failing, key=lambda at: size_of(self.cases[at][1])):
            got = outcomes[at]
            if got.error is None and got.foreign is None:
                report = difference(got.result, self.references[at].result, self.exercise.relative, self.exercise.absolute)
                if report and report["kind"] == "wrong" and "maximumError" in report:
                    path, index = report["path"], tuple(report["index"])
                    return frozen(self.cases[at][1]), path, index, piece(got.result, path, index)
        return None

    def gives(self, spots, outcomes, telling):
        """Whether the reference with these places edited gives the learner's outcomes. Most fall at one number."""
        function = self.exercise.text.compose(spots)
        arguments, path, index, wanted = telling
        try:
            with np.errstate(all="ignore"):
                found = piece(function(*arguments.values()), path, index)
                if not abs(found - wanted) <= self.exercise.absolute + self.exercise.relative * abs(wanted):
                    return False
        except Exception:
            return False
        return all(alike(one, quiet_outcome(self.exercise, function, arguments), self.exercise)
                   for one, (_, arguments) in zip(outcomes, self.cases))


def piece(result, path, index):
    """One number of a result."""
    for key in path:
        result = result[key]
    return float(np.asarray(result)[index])


def frozen(value):
    """A copy of arguments whose arrays can't be changed."""
    if isinstance(value, np.ndarray):
        value = value.copy()
        value.setflags(write=False)
        return value
    if isinstance(value, dict):
        return {key: frozen(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(frozen(one) for one in value)
    return value


def pairs(known, slips):
    """Two mistakes at once, those that are likeliest first."""
    for at, one in enumerate(known):
        for other in known[at + 1 :]:
            yield one, other
    for one in known:
        for other in slips:
            yield one, other
    for at, one in enumerate(slips):
        for other in slips[at + 1 :]:
            yield one, other


def size_of(arguments):
    """How many numbers a case holds, roughly what it costs."""
    if isinstance(arguments, dict):
        return sum(map(size_of, arguments.values()))
    if isinstance(arguments, (list, tuple)):
        return sum(map(size_of, arguments))
    return getattr(arguments, "size", 1)


def wrong_numbers(outcome, reference):
    """How many finite numbers with a fraction an outcome holds that are not the reference's."""
    if outcome.error is not None or outcome.foreign is not None:
        return 0
    return sum(count for count in wrong_pieces(outcome.result, reference.result))


def wrong_pieces(got, expected):
    if isinstance(expected, dict) and isinstance(got, dict):
        for key in expected:
            yield from wrong_pieces(got.get(key), expected[key])
    elif isinstance(expected, (list, tuple)) and isinstance(got, (list, tuple)):
        for one, other in zip(got, expected):
            yield from wrong_pieces(one, other)
    elif np.shape(got) == np.shape(expected) and not isinstance(got, (str, bytes, dict, frozenset)) and got is not None:
        one, other = np.asarray(got), np.asarray(expected)
        if one.dtype.kind == "f" and other.dtype.kind == "f":
            with np.errstate(all="ignore"):
                apart = np.isfinite(one) & ~np.isclose(one, other, rtol=1e-4, atol=1e-5)
            # One number alone is a whole result: two of them by chance within four digits are rare enough.
            yield int(apart.sum()) * (FEWEST_NUMBERS if one.ndim == 0 else 1)


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
