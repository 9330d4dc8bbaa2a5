"""Two mistakes at once: which of the known ones, and of those by rule, give a learner's outcomes together."""
from __future__ import annotations

import re
import time

import numpy as np

from .compare import difference
from .evidence import FEWEST_NUMBERS, leaves, weight, worth
from .generated import slips_of
from .outcome import alike, quiet_outcome

# Pairs that are tried, and for how long: a verdict must not be waited for.
MOST_PAIRS = 8000
MOST_SECONDS = 1.5
LOOP = re.compile(r"^\s*while ", re.MULTILINE)


class Search:
    """Holds edits of a reference to a learner's outcomes. edits: the known mistakes that are edits, [(name, sentence, places)]."""

    def __init__(self, exercise, cases, references, outcomes, failing):
        self.exercise, self.cases, self.references = exercise, cases, references
        self.outcomes, self.failing = outcomes, failing
        self.telling = telling(exercise, cases, references, outcomes, failing)
        self.ends = time.process_time() + MOST_SECONDS

    def slips(self):
        """The mistakes by rule, as the known ones are told. None where what a call gives are shares, or an edit might not come to an end."""
        if self.exercise.observe is not None or self.telling is None:
            return []
        # An edit of a loop that counts for itself may never end.
        if LOOP.search(self.exercise.text.text):
            return []
        return [(slip.name, slip.sentence, (slip.place,)) for slip in slips_of(self.exercise.text.text)]

    def alone(self, slips):
        """The first mistake by rule that gives all, or None."""
        ends = time.process_time() + MOST_SECONDS
        for slip in slips:
            if time.process_time() > ends:
                return None
            if self.gives(slip[2]):
                return slip
        return None

    def known_pairs(self, edits, rows):
        """All pairs of known mistakes that give all; those whose pieces are the learner's come first. rows: their outcomes by name."""
        if self.telling is None:
            return []
        same = {name: self.shared_pieces(rows[name]) for name, _, _ in edits}
        tried = sorted(((one, other) for at, one in enumerate(edits) for other in edits[at + 1 :]),
                       key=lambda pair: -len(same[pair[0][0]] | same[pair[1][0]]))
        return [pair for pair in tried if self.in_time() and self.gives(pair[0][2] + pair[1][2])]

    def pair_by_rule(self, edits, slips):
        """The first pair of a known mistake and one by rule, or of two by rule, that gives all; or None."""
        ends = time.process_time() + MOST_SECONDS
        for tried, (one, other) in enumerate(pairs(edits, slips)):
            if tried >= MOST_PAIRS or tried % 64 == 63 and time.process_time() > ends:
                return None
            if self.gives(one[2] + other[2]):
                return one, other
        return None

    def partner(self, one, others, ends):
        """The first mistake that with this one gives all, or None."""
        for at, other in enumerate(others):
            if at % 32 == 31 and time.process_time() > ends:
                return None
            if other is not one and self.gives(one[2] + other[2]):
                return other
        return None

    def in_a_piece(self, slips):
        """The mistake by rule that gives one piece of the result wherever it is wrong there: [slip], or none."""
        ends = time.process_time() + MOST_SECONDS / 2
        first = min(self.failing, key=lambda at: size_of(self.cases[at][1]))
        for slip in slips:
            if time.process_time() > ends:
                break
            function = self.exercise.text.compose(slip[2])
            if function is None or not self.compared(function, [first])[0]:
                continue
            same, otherwise, against = self.compared(function, range(len(self.cases)))
            if not against and clean_piece(same, otherwise):
                return [slip]
        return []

    def compared(self, function, where):
        """What `common` says of a function's outcomes in these cases, together."""
        kinds = [], [], []
        for at in where:
            theirs = quiet_outcome(self.exercise, function, self.cases[at][1])
            for kind, found in zip(kinds, common(self.outcomes[at], theirs, self.references[at], self.exercise)):
                kind += found
        return kinds

    def right_where(self, one, question):
        """Whether a mistake gives what is right with an argument stilled."""
        function = self.exercise.text.compose(one[2])
        return alike(quiet_outcome(self.exercise, function, question["arguments"]), question["expected"], self.exercise)

    def in_time(self):
        return time.process_time() < self.ends

    def shared_pieces(self, theirs):
        """The wrong pieces of a mistake's outcomes that are the learner's too: {(case, path)}."""
        return {(at, path) for at, (got, one, reference) in enumerate(zip(self.outcomes, theirs, self.references))
                for path, _, _ in common(got, one, reference, self.exercise)[0]}

    def gives(self, spots):
        """Whether the reference with these places edited gives the learner's outcomes. Most fall at one number."""
        function = self.exercise.text.compose(spots)
        return function is not None and self.telling.fits(self.exercise, function) and all(
            alike(one, quiet_outcome(self.exercise, function, arguments), self.exercise)
            for one, (_, arguments) in zip(self.outcomes, self.cases))


class Telling:
    """The smallest case that says something, and where it is told by one number, that number's place."""

    def __init__(self, arguments, outcome, path=(), index=None):
        self.arguments, self.outcome, self.path, self.index = arguments, outcome, path, index
        self.wanted = None if index is None else piece(outcome.result, path, index)

    def fits(self, exercise, function):
        if self.index is None or exercise.observe is not None:
            return alike(self.outcome, quiet_outcome(exercise, function, self.arguments), exercise)
        try:
            with np.errstate(all="ignore"):
                found = piece(function(*self.arguments.values()), self.path, self.index)
            return abs(found - self.wanted) <= exercise.absolute + exercise.relative * abs(self.wanted)
        except Exception:
            return False


def telling(exercise, cases, references, outcomes, failing):
    """The Telling of outcomes; None where none of them says enough."""
    if sum(weight(outcomes[at], references[at]) for at in failing) < FEWEST_NUMBERS:
        return None
    for at in sorted(failing, key=lambda at: size_of(cases[at][1])):
        got, arguments = outcomes[at], cases[at][1]
        if not weight(got, references[at]):
            continue
        return telling_of(exercise, frozen(arguments), got, references[at]) or Telling(arguments, got)
    return None


def telling_of(exercise, arguments, got, expected):
    """The Telling of one outcome whose numbers are wrong, or None."""
    report = difference(got.result, expected.result, exercise.relative, exercise.absolute)
    if report and report["kind"] == "wrong" and "maximumError" in report:
        return Telling(arguments, got, report["path"], tuple(report["index"]))
    return None


def common(got, theirs, reference, exercise):
    """Of a mistake's wrong pieces: (those that are the learner's too, those that are wrong otherwise there, those that are right there)."""
    if any(one.error is not None or one.foreign is not None for one in (got, theirs, reference)):
        return [], [], []
    same, otherwise, against = [], [], []
    learners = {path: piece for path, piece, _ in leaves(got.result, reference.result)}
    for path, piece, expected in leaves(theirs.result, reference.result):
        if equal(piece, expected, exercise):
            continue
        if equal(learners[path], piece, exercise):
            same.append((path, piece, expected))
        else:
            (against if equal(learners[path], expected, exercise) else otherwise).append(path)
    return same, otherwise, against


def clean_piece(same, otherwise):
    """Whether a piece of the result is a mistake's in every case where that mistake makes it wrong, by numbers enough."""
    much = {}
    for path, piece, expected in same:
        times, numbers = much.get(path, (0, 0))
        much[path] = times + 1, numbers + worth(piece, expected)
    return any(times > 1 and numbers >= 2 * FEWEST_NUMBERS for path, (times, numbers) in much.items() if path not in otherwise)


def equal(one, other, exercise):
    return difference(one, other, exercise.relative, exercise.absolute) is None


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
    """A known mistake and one by rule, then two by rule: those that are likeliest first."""
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
