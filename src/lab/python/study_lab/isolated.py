"""Two mistakes told apart: where an argument that takes part in one of them is stilled, the other stands alone."""
from __future__ import annotations

import time

import numpy as np

from .evidence import FEWEST_NUMBERS, leaves, weight
from .together import Telling, frozen, telling_of

SECONDS = 1.0
# Mistakes that give the same where an argument is stilled: of more than these, none is certain.
MOST_ALIKE = 8


def isolated(search, asked, edits, slips):
    """(two mistakes that together give all, mistakes of which one alone is certain), each [(name, sentence, places)].

    A mistake is certain where it alone gives what the learner's code gives with an argument stilled, and where it
    gives nothing wrong with another one stilled that makes the learner's code right.
    """
    ends = time.process_time() + SECONDS
    right = [question for question, _, agrees in asked.answers if agrees]
    certain = []
    for question, got in asked.telling():
        fitting = those_that_give(search.exercise, question, got, [*edits, *slips], ends)
        fitting = [one for one in fitting if all(search.right_where(one, other) for other in right)]
        if not 0 < len(fitting) <= MOST_ALIKE:
            continue
        for one in fitting:
            other = search.partner(one, [*edits, *slips], ends)
            if other:
                return [one, other], []
        numbers = wrong_numbers(got.result, question["expected"].result)
        certain.append(([one for one in fitting if one in edits] or fitting, numbers))
        if time.process_time() > ends:
            break
    return [], agreed(certain)


def agreed(certain):
    """The one mistake on which all the stilled arguments agree that leave just one; none where they contradict each other, or tell little."""
    single = [(found[0], numbers) for found, numbers in certain if len(found) == 1]
    if not single or any(one != single[0][0] for one, _ in single) or sum(numbers for _, numbers in single) < FEWEST_NUMBERS:
        return []
    return [single[0][0]]


def wrong_numbers(got, expected):
    """How many numbers of a result are wrong; one alone is one, and of hundreds of mistakes some gives it by chance."""
    return sum(int((np.asarray(one) != np.asarray(other)).sum()) for _, one, other in leaves(got, expected)
               if np.shape(one) == np.shape(other) and np.asarray(other).dtype.kind == "f")


def those_that_give(exercise, question, got, candidates, ends):
    """The mistakes that alone give the learner's wrong result with an argument stilled."""
    if weight(got, question["expected"]) < FEWEST_NUMBERS:
        return []
    told = telling_of(exercise, frozen(question["arguments"]), got, question["expected"])
    if told is None or told.index is None:
        return []
    whole, found = Telling(question["arguments"], got), []
    for at, one in enumerate(candidates):
        if at % 32 == 31 and time.process_time() > ends:
            return []
        made = exercise.text.compose(one[2])
        if made is not None and told.fits(exercise, made) and whole.fits(exercise, made):
            found.append(one)
    return found
