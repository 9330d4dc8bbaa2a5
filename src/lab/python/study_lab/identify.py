"""Names the mistakes whose results a learner's results are: alone, by rule, two at once, or one that is certain among others."""
from __future__ import annotations

from .edits import BadEdit, places
from .evidence import FEWEST_NUMBERS, holds_nan, says_more, says_something, worth
from .isolated import isolated
from .outcome import alike, quiet_outcome
from .place import whereabouts
from .together import Search, clean_piece, common


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
        self.spots = {name: spots for name, _, spots in self.edits()}
        self.rows = []
        for name, sentence, function, _ in self.known:
            outcomes = [quiet_outcome(exercise, function, arguments) for _, arguments in cases]
            differs = frozenset(at for at, one in enumerate(outcomes) if not alike(one, references[at], exercise))
            self.rows.append((name, sentence, outcomes, differs))

    def name(self, asked, outcomes, failing):
        """The best that can be named for a learner's outcomes, failing being the cases that are not the reference's."""
        named, explained = self.matching(outcomes, failing)
        if explained >= frozenset(failing):
            return Named(named)
        numbers = [at for at in failing if not holds_nan(outcomes[at])]
        if numbers and len(numbers) < len(failing):
            # NaN comes of many mistakes: what else is wrong can't be told from it.
            alone = self.matching_in(outcomes, numbers)
            if alone:
                return Named(alone, "part")
        search = Search(self.exercise, self.cases, self.references, outcomes, failing)
        slips = search.slips()
        alone = search.alone(slips)
        if alone:
            return Named([self.told(*alone)])
        edits = self.distinct_edits()
        fitting = search.known_pairs(edits, {name: theirs for name, _, theirs, _ in self.rows})
        # Where several pairs give all, what they share is certain and the rest is not.
        shared = [one for one in fitting[0] if all(any(one[0] == other[0] for other in pair) for pair in fitting)] if fitting else []
        if shared:
            return Named([self.told(*one) for one in shared], "together" if len(shared) == 2 else "part")
        together, certain = isolated(search, asked, edits, slips) if search.telling else ([], [])
        together = together or search.pair_by_rule(edits, slips) or []
        if together:
            return Named([self.told(*one) for one in together], "together")
        parts = named or self.in_part(outcomes, failing) or [self.told(*one) for one in certain or search.in_a_piece(slips)]
        return Named(parts, "part")

    def only(self, outcome):
        """The one mistake that gives a single case's outcome. Where several do, that case tells none from the others."""
        theirs = [row for row in self.rows if row[3] and says_something(row[2][0]) and alike(outcome, row[2][0], self.exercise)]
        return Named([self.told(name, sentence) for name, sentence, _, _ in theirs] if len(theirs) == 1 else ())

    def told(self, name, sentence, spots=None):
        """A mistake as a verdict tells it. spots: its places in the reference's text, where it has no name there."""
        spots = self.spots.get(name) if spots is None else spots
        return {"id": name, "sentence": sentence, **(whereabouts(self.exercise.text.text, spots) if spots else {})}

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
            if differs == frozenset(failing) or any(says_more(theirs[at], self.references[at]) for at in differs):
                found.append((name, sentence, differs))
        found.sort(key=lambda row: -len(row[2]))
        named, explained = [], frozenset()
        for name, sentence, differs in found:
            if not differs <= explained:
                named.append(self.told(name, sentence))
                explained |= differs
        return named, explained

    def matching_in(self, outcomes, where):
        """The first mistake that gives the learner's outcomes in these cases, each of which it makes wrong: [mistake], or none."""
        return next(([self.told(name, sentence)] for name, sentence, theirs, differs in self.rows
                     if differs.issuperset(where) and all(alike(outcomes[at], theirs[at], self.exercise) for at in where)
                     and any(says_more(theirs[at], self.references[at]) for at in where)), [])

    def in_part(self, outcomes, failing):
        """The one mistake most of whose wrong pieces are the learner's, and none of whose wrong pieces is right in the learner's."""
        best, most = [], 0
        for name, sentence, theirs, differs in self.rows:
            if not differs or not differs <= frozenset(failing):
                continue
            found = [common(outcomes[at], theirs[at], self.references[at], self.exercise) for at in differs]
            same, otherwise, against = ([one for kinds in found for one in kinds[kind]] for kind in range(3))
            much = sum(worth(got, expected) for _, got, expected in same)
            mostly = len(same) > 2 * len(otherwise) or clean_piece(same, otherwise)
            if against or len(same) < 2 or not mostly or much < FEWEST_NUMBERS or much < most:
                continue
            best = [] if much == most else [self.told(name, sentence)]
            most = much
        return best

    def distinct_edits(self):
        """The edits but for those that give what an earlier one gives, as an inherited one may."""
        rows = {row[0]: row for row in self.rows}
        found = []
        for one in self.edits():
            _, _, theirs, differs = rows[one[0]]
            # What changes no case by itself is no mistake that this case could tell.
            if differs and not any(rows[other[0]][3] == differs and all(alike(theirs[at], rows[other[0]][2][at], self.exercise) for at in differs)
                       for other in found):
                found.append(one)
        return found

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
